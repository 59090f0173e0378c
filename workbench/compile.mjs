/**
 * Makes of an archive of Python sources what the Python of the browser begins with, which would else be done at each
 * visit: `packages.bin`, its modules, compiled; and `memory.bin`, the memory of a Python that has started and loaded
 * the libraries. Both are compressed by gzip, and not named so, as some hosts say of such files that a browser shall
 * unpack them.
 *
 * node compile.mjs <archive> <folder>
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { loadPyodide } from "pyodide";
import { packed, unpack } from "./web/packages.mjs";

const [, , archive, folder] = process.argv;

const first = await loadPyodide();
first.FS.writeFile("/sources.zip", new Uint8Array(readFileSync(archive)));
const compiled = first.runPython(`
import importlib._bootstrap_external as imports
import zipfile

def files():
    with zipfile.ZipFile("/sources.zip") as sources:
        for name in sorted(sources.namelist()):
            content = sources.read(name)
            if name.endswith(".py"):
                # Never held against its source, which is not there.
                code = compile(content, name, "exec", dont_inherit=True, optimize=0)
                content = bytes(imports._code_to_hash_pyc(code, bytes(8), False))
                name += "c"
            yield name, content

list(files())
`);
const packages = packed(Array.from(compiled, (file) => [file.get(0), file.get(1).toJs()]));
save("packages.bin", packages);

// What is loaded for a check, all but what is compiled for the processor, which is in no memory that can be
// kept, and what needs that.
unpack(first, packages);
const libraries = first.runPython(`
import json
import sys
from workbench.desk import Desk

# Some is loaded only when a text asks for it.
Desk("/project", json.dumps({"url": "", "texts": {"content/index.md": "# A *page*"}, "others": []})).answer(
    json.dumps({"id": 0, "version": 0, "do": "check"})
)
needs_compiled = {"generator", "nh3", "pydantic", "pydantic_core", "workbench"}
[name for name in sys.modules if name.partition(".")[0] not in needs_compiled]
`);

const second = await loadPyodide({ _makeSnapshot: true });
unpack(second, packages);
second.runPython(`
import importlib

for name in ${JSON.stringify(libraries.toJs())}:
    importlib.import_module(name)
del importlib, name
`);
const memory = second.makeMemorySnapshot();
// A memory that is larger than what Python begins with cannot be had again.
await loadPyodide({ _loadSnapshot: memory });
save("memory.bin", memory);
process.exit(0);

function save(name, content) {
  writeFileSync(`${folder}/${name}`, gzipSync(content, { level: 9 }));
}
