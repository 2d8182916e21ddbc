/* Lets the page's scripts speak the English of the pages, read from its file. */
import {readFileSync} from "node:fs";
import {speak} from "../../../src/argumap/page/static/words.js";

const FILE = new URL("../../../src/argumap/phrases/en.toml", import.meta.url);
const TEXT = '"(?:[^"\\\\]|\\\\.)*"';

/** The phrases of a file, which has nothing but tables, texts and forms. */
function readPhrases(toml) {
  const phrases = {};
  let table = "";
  for (const line of toml.split("\n")) {
    const [, named] = line.match(/^\[([\w.-]+)\]$/) || [];
    const [, key, value] = line.match(/^([\w-]+) = (.+)$/) || [];
    if (named) table = named;
    else if (key) phrases[`${table}.${key}`] = readValue(value);
  }
  return phrases;
}

function readValue(value) {
  if (value.startsWith('"')) return JSON.parse(value);
  const forms = [...value.matchAll(new RegExp(`(\\w+) = (${TEXT})`, "g"))];
  return Object.fromEntries(forms.map(([, form, text]) => [form, JSON.parse(text)]));
}

speak(readPhrases(readFileSync(FILE, "utf8")));
