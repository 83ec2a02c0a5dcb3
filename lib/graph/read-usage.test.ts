import { expect, test } from "vitest";
import { readUsage, type Usage } from "./read-usage";

const PAGE = "200000000000001";
const MINUTE = 60_000;
const aList = (listed: unknown) => ({ "x-business-use-case-usage": JSON.stringify(listed) });
const of = (type: string, call_count: number, more: object = {}) => ({
  type,
  call_count,
  total_cputime: 23,
  total_time: 23,
  estimated_time_to_regain_access: 0,
  ...more,
});

const SAID: [what: string, headers: Record<string, string>, page: Usage | null, app?: Usage][] = [
  ["nothing", {}, null],
  ["of its messages", aList({ [PAGE]: [of("messenger", 97)] }), { percent: 97, regainMs: 0 }],
  ["of its business", aList({ "900": [of("pages", 40)] }), { percent: 40, regainMs: 0 }],
  [
    "when calls work again",
    aList({ [PAGE]: [of("messenger", 100, { estimated_time_to_regain_access: 19 })] }),
    { percent: 100, regainMs: 19 * MINUTE },
  ],
  [
    "the worst of several",
    aList({ "900": [of("messenger", 10, { estimated_time_to_regain_access: 2 }), of("pages", 80)] }),
    { percent: 80, regainMs: 2 * MINUTE },
  ],
  ["processor time as well", aList({ [PAGE]: [of("pages", 1, { total_cputime: 95 })] }), { percent: 95, regainMs: 0 }],
  ["time as well", aList({ [PAGE]: [of("pages", 1, { total_time: 96.5 })] }), { percent: 96.5, regainMs: 0 }],
  [
    "of other Pages beside its own",
    aList({
      "200000000000002": [of("messenger", 100, { estimated_time_to_regain_access: 60 })],
      [PAGE]: [of("messenger", 5)],
    }),
    { percent: 23, regainMs: 0 },
  ],
  [
    "of other use cases",
    aList({ [PAGE]: [of("ads_management", 100), of("leadgen", 100), of("instagram", 100)] }),
    null,
  ],
  [
    "the older way",
    { "x-page-usage": '{"call_count":91,"total_time":4,"total_cputime":4}' },
    { percent: 91, regainMs: 0 },
  ],
  [
    "both ways",
    { ...aList({ [PAGE]: [of("messenger", 50)] }), "x-page-usage": '{"call_count":60}' },
    { percent: 60, regainMs: 0 },
  ],
  [
    "of the app",
    { "x-app-usage": '{"call_count":28,"total_time":25,"total_cputime":25}' },
    null,
    { percent: 28, regainMs: 0 },
  ],
  [
    "of both",
    { "x-app-usage": '{"call_count":100}', ...aList({ [PAGE]: [of("messenger", 99)] }) },
    { percent: 99, regainMs: 0 },
    { percent: 100, regainMs: 0 },
  ],
  [
    "zero: there is usage, but none",
    { "x-app-usage": '{"call_count":0}', "x-page-usage": '{"call_count":0}' },
    { percent: 0, regainMs: 0 },
    { percent: 0, regainMs: 0 },
  ],
  [
    "a time that can only be a slip",
    aList({ [PAGE]: [of("messenger", 100, { estimated_time_to_regain_access: 1e12 })] }),
    { percent: 100, regainMs: 24 * 60 * MINUTE },
  ],
];

test.each(SAID)("says %s", (_, headers, page, app) => {
  expect(readUsage(headers, PAGE)).toEqual({ page, app: app ?? null });
});

const NOT_USAGE = [
  "",
  "{",
  "null",
  "17",
  '"full"',
  "[]",
  "[[1]]",
  "{}",
  '{"call_count":"100"}',
  '{"call_count":-5}',
  '{"call_count":null,"total_time":{}}',
  '{"call_count":1e999}',
  '{"200000000000001":"x"}',
  '{"200000000000001":[null,7,"x"]}',
  '{"200000000000001":[{"type":"messenger"}]}',
  '{"200000000000001":{"type":"messenger","call_count":100}}',
  '{"__proto__":[1]}',
];

test.each(NOT_USAGE)("takes %s for nothing said", (text) => {
  for (const name of ["x-business-use-case-usage", "x-page-usage", "x-app-usage"]) {
    expect(readUsage({ [name]: text }, PAGE), name).toEqual({ page: null, app: null });
  }
});
