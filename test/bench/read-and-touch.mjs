import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What no checker can save: read every `.deal` file below a folder and look at every character. A process of its own.
let sum = 0;
function visit(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) visit(path);
    else if (path.endsWith('.deal')) {
      const text = readFileSync(path, 'utf8');
      for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
    }
  }
}
visit(process.argv[2]);
console.log(sum);
