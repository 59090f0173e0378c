/** Compiles the Python sources in an archive for the Python of the browser, which would else do it at each visit. */
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [, , source, target] = process.argv;
const python = await loadPyodide();
python.FS.writeFile("/sources.zip", new Uint8Array(readFileSync(source)));
python.runPython(`
import importlib._bootstrap_external as imports
import zipfile

with zipfile.ZipFile("/sources.zip") as sources, zipfile.ZipFile("/compiled.zip", "w") as compiled:
    for name in sorted(sources.namelist()):
        content = sources.read(name)
        if name.endswith(".py"):
            # Never held against its source, which is not there.
            code = compile(content, name, "exec", dont_inherit=True, optimize=0)
            content = bytes(imports._code_to_hash_pyc(code, bytes(8), False))
            name += "c"
        compiled.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 9)
`);
writeFileSync(target, python.FS.readFile("/compiled.zip"));
process.exit(0);
