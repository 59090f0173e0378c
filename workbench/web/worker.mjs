/**
 * Runs the checker: loads Python and the project, then answers one question after the other.
 *
 * Each step of the beginning has a name, so that a failure says where it was. Messages are `{phase}`, `{failed}` and
 * what `workbench/desk.py` answers.
 */

import { loadPyodide } from "./pyodide/pyodide.mjs";
import { unpack } from "./packages.mjs";

const here = (path) => new URL(path, import.meta.url).href;
const questions = [];
let answer;

addEventListener("message", ({ data }) => {
  if (data.project) begin(data.project);
  else if (answer) reply(data.question);
  else questions.push(data.question);
});

async function begin(address) {
  let phase = "engine";
  const enter = (name) => postMessage({ phase: (phase = name) });
  try {
    enter("engine");
    // All at once: the network is what takes longest.
    const [python, packages, project] = await Promise.all([
      loadPyodide({ indexURL: here("./pyodide/"), _loadSnapshot: unzipped("./memory.bin") }),
      unzipped("./packages.bin"),
      loaded(address).then((response) => response.text()),
    ]);
    enter("library");
    unpack(python, packages);
    const Desk = python.runPython("from workbench.desk import Desk; Desk");
    enter("check");
    const desk = Desk("/project", project);
    answer = (question) => desk.answer(question);
    postMessage({ phase: "ready" });
    questions.splice(0).forEach(reply);
  } catch (error) {
    postMessage({ failed: phase, reason: String(error) });
  }
}

function reply(question) {
  try {
    postMessage({ answer: answer(question) });
  } catch (error) {
    postMessage({ crashed: JSON.parse(question).id, reason: String(error) });
  }
}

async function loaded(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function unzipped(name) {
  const stream = (await loaded(here(name))).body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
