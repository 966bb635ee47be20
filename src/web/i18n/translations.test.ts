import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { texts as enInbox } from "./en";
import { texts as enMore } from "./en.more";
import { texts as frInbox } from "./fr";
import { texts as frMore } from "./fr.more";
import type { Texts } from "./index";

const root = new URL("..", import.meta.url).pathname;
const skipped = /^(dist|mock|\.)|(^|\/)(node_modules|generated)(\/|$)/;
const all = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => !skipped.test(name));
const texts = (language: string): Texts =>
  Object.assign({}, ...all.filter((name) => name.endsWith(`/${language}.json`)).map((name) => JSON.parse(readFileSync(join(root, name), "utf8")) as Texts));
const source = all.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)).map((name) => readFileSync(join(root, name), "utf8")).join("\n");

const fr = texts("fr");
const en = texts("en");
const forms = (text: Texts[string] | undefined) => (typeof text === "string" ? [text] : Object.values(text ?? {}));
const placeholders = (text: Texts[string] | undefined) => [...new Set(forms(text).flatMap((form) => form!.match(/\{\w+\}/g) ?? []))].sort();

describe("translations", () => {
  it("have the same keys in French and English", () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });

  it("are all loaded: with the inbox or with the first other page", () => {
    expect(Object.keys({ ...frInbox, ...frMore }).sort()).toEqual(Object.keys(fr).sort());
    expect(Object.keys({ ...enInbox, ...enMore }).sort()).toEqual(Object.keys(en).sort());
  });

  it("fill the same places in both", () => {
    const differing = Object.keys(fr).filter((key) => String(placeholders(fr[key])) !== String(placeholders(en[key])));
    expect(differing).toEqual([]);
  });

  it("are there for every key the source names", () => {
    const named = [...source.matchAll(/\bt\(\s*"([^"]+)"/g)].map((match) => match[1]!);
    expect(named.filter((key) => !(key in fr))).toEqual([]);
  });

  it("are all used: whole, or by the beginning of a template", () => {
    const beginnings = [...source.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g)].map((match) => match[1]!);
    const unused = Object.keys(fr).filter((key) => !source.includes(`"${key}"`) && !beginnings.some((beginning) => key.startsWith(beginning)));
    expect(unused).toEqual([]);
  });

  it("never put an ordinary space before French double punctuation", () => {
    const wrong = Object.entries(fr).filter(([, text]) => forms(text).some((form) => / [:;?!»%]|« /.test(form!))).map(([key]) => key);
    expect(wrong).toEqual([]);
  });
});
