import { describe, expect, it } from "vitest";
import { auditQuery } from "./audit";

const nothing = { words: " ", memberId: "", from: "", to: "" };

describe("what the audit log is asked", () => {
  it("is nothing when nothing is chosen", () => expect(auditQuery(nothing)).toBe(""));

  it("counts the last day as a whole", () => {
    const query = new URLSearchParams(auditQuery({ ...nothing, from: "2026-05-31", to: "2026-05-31" }));
    expect(Date.parse(query.get("to")!) - Date.parse(query.get("from")!)).toBe(86_400_000);
  });

  it("goes on after the page before", () => expect(auditQuery({ ...nothing, words: "tag" }, "x")).toBe("?words=tag&after=x"));
});
