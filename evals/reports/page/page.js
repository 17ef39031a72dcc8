"use strict";
(async () => {
  const AT_ONCE = 150;
  const FILTERS = ["kind", "group", "perturbation", "temper", "turn"];
  const at = (id) => document.getElementById(id);
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const words = (key) => key.replaceAll("_", " ");

  const unpack = async () => {
    const bytes = Uint8Array.from(atob(at("data").textContent.trim()), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).json();
  };

  let cases;
  try {
    cases = await unpack();
  } catch (error) {
    at("count").textContent = `This browser could not unpack the conversations: ${error.message}`;
    return;
  }
  for (const one of cases) {
    one.name = one.perturbation === "as written" ? one.scenario : `${one.scenario} [${one.perturbation}]`;
    one.key = [one.scenario, one.perturbation, one.seed].join("/");
    one.faults = one.grades.filter((grade) => grade.gate && grade.score < 1);
    const said = one.turns.flatMap((turn) => [turn.text, turn.reply, ...turn.people.map(([name]) => name)]);
    one.text = [one.name, one.goal, ...one.faults.map((fault) => fault.comment), ...said].join("\n").toLowerCase();
  }

  const values = {
    kind: (one) => one.kinds,
    group: (one) => [one.group],
    perturbation: (one) => [one.perturbation],
    temper: (one) => [one.temper],
    turn: (one) => one.faults.map((fault) => fault.turn).filter(Boolean).map((turn) => String(Math.min(turn, 12))),
  };
  for (const name of FILTERS) {
    const counts = new Map();
    for (const one of cases) for (const value of new Set(values[name](one))) counts.set(value, (counts.get(value) || 0) + 1);
    const order = [...counts.keys()].filter(Boolean).sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
    for (const value of order) {
      const label = name === "turn" ? `fails at turn ${value}${value === "12" ? " or later" : ""}` : words(value);
      const option = make("option", "", `${label} (${counts.get(value)})`);
      option.value = value;
      at(name).append(option);
    }
  }
  const states = {
    failed: (one) => !one.passed,
    passed: (one) => one.passed,
    broke: (one) => one.since === "broke",
    mended: (one) => one.since === "mended",
    since: (one) => one.since !== "",
  };
  for (const option of at("state").options) {
    if (option.value) option.textContent += ` (${cases.filter(states[option.value]).length.toLocaleString("en")})`;
  }

  // What a change broke is looked at first, then what fails anyway.
  at("state").value = ["broke", "failed"].find((state) => cases.some(states[state])) || "";

  let found = [];
  let shown = 0;
  const search = () => {
    const wanted = at("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const state = at("state").value;
    found = cases.filter(
      (one) =>
        (!state || states[state](one)) &&
        FILTERS.every((name) => !at(name).value || values[name](one).includes(at(name).value)) &&
        wanted.every((word) => one.text.includes(word)),
    );
    shown = 0;
    at("list").replaceChildren();
    const failed = found.filter((one) => !one.passed).length;
    at("count").textContent = `${found.length.toLocaleString("en")} of ${cases.length.toLocaleString("en")} conversations, ${failed.toLocaleString("en")} failed`;
    more();
  };
  const more = () => {
    at("list").querySelector(".more")?.remove();
    for (const one of found.slice(shown, shown + AT_ONCE)) at("list").append(entry(one));
    shown = Math.min(found.length, shown + AT_ONCE);
    if (shown < found.length) {
      const button = make("button", "more", `Show more (${(found.length - shown).toLocaleString("en")})`);
      button.type = "button";
      button.onclick = more;
      at("list").append(button);
    }
    if (!found.length) at("list").append(make("p", "empty", "No conversation is like that."));
  };
  const entry = (one) => {
    const button = make("button", one.passed ? "passed" : "failed");
    button.type = "button";
    button.dataset.key = one.key;
    button.append(make("b", "", one.scenario));
    const how = [one.perturbation, one.temper, one.group].filter(Boolean).join(" · ");
    button.append(make("small", "", `${how} · ${one.score.toFixed(2)}`));
    if (one.kinds.length) button.append(make("small", "kinds", one.kinds.map(words).join(", ")));
    button.onclick = () => read(one, true);
    return button;
  };

  const read = (one, moved) => {
    for (const button of at("list").querySelectorAll("[aria-current]")) button.removeAttribute("aria-current");
    at("list").querySelector(`[data-key="${CSS.escape(one.key)}"]`)?.setAttribute("aria-current", "true");
    const chat = at("chat");
    chat.replaceChildren(...head(one), ...one.turns.map((turn, place) => exchange(one, turn, place + 1)));
    if (one.error || one.ended !== "done") {
      chat.append(fault({ key: `ended: ${words(one.ended)}`, comment: one.error || "" }));
    }
    document.querySelector(".reader").classList.add("reading");
    chat.scrollTop = 0;
    if (moved) {
      history.replaceState(null, "", `#case=${encodeURIComponent(one.key)}`);
      if (matchMedia("(max-width: 800px)").matches) at("cases").scrollIntoView();
    }
  };
  const head = (one) => {
    const back = make("button", "back", "← All conversations");
    back.type = "button";
    back.onclick = () => document.querySelector(".reader").classList.remove("reading");
    const since = { broke: "broke since the baseline", mended: "mended since the baseline", changed: "not as in the baseline" };
    const how = [since[one.since], one.group, one.perturbation, one.temper, `score ${one.score.toFixed(3)}`, `${one.held} gates hold`];
    const command = make("div", "command");
    command.append(make("code", "", one.replay));
    const copy = make("button", "", "Copy");
    copy.type = "button";
    copy.onclick = async () => {
      await navigator.clipboard.writeText(one.replay);
      copy.textContent = "Copied";
    };
    command.append(copy);
    const grades = make("div");
    for (const grade of one.grades.filter((each) => !one.faults.includes(each))) {
      const told = make("span", "grade", `${words(grade.key)} ${grade.score.toFixed(2)}`);
      told.title = grade.comment;
      grades.append(told);
    }
    const whole = one.faults.filter((each) => !each.turn).map(fault);
    return [back, make("h3", "", one.name), make("p", "meta", `${one.goal}  (${how.filter(Boolean).join(" · ")})`), command, ...whole, grades];
  };
  const fault = (grade) => {
    const told = make("p", "fault");
    told.append(make("b", "", words(grade.key)), ` ${grade.comment}`);
    return told;
  };
  const exchange = (one, turn, number) => {
    const faults = one.faults.filter((each) => each.turn === number);
    const moved = one.since !== "" && one.other.includes(number);
    const box = make("div", `turn${faults.length ? " failing" : moved ? " moved" : ""}`);
    box.append(make("div", "bubble you", turn.text), make("div", "bubble agent", turn.reply));
    if (turn.people.length) {
      const list = make("ol", "people");
      turn.people.forEach(([name, score], place) => {
        const item = make("li", "", `${place + 1} ${name} `);
        item.append(make("small", "", score.toFixed(2)));
        list.append(item);
      });
      box.append(list);
    }
    const under = [`turn ${number}: ${words(turn.intent)} → ${words(turn.step)}`];
    if (turn.asks) under.push(`asks about ${turn.asks}`);
    if (turn.ms) under.push(`${turn.ms} ms`);
    if (moved) under.push("not as in the baseline");
    box.append(make("div", "under", under.join(" · ")));
    if (turn.brief.length) box.append(make("div", "under", turn.brief.join("; ")));
    box.append(...faults.map(fault));
    return box;
  };

  let waiting;
  at("words").oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  };
  for (const name of ["state", ...FILTERS]) at(name).onchange = search;
  at("filters").onsubmit = (event) => event.preventDefault();
  at("filters").onreset = () => setTimeout(search);
  for (const link of document.querySelectorAll("svg a[data-filter]")) {
    link.onclick = () => {
      for (const name of FILTERS) at(name).value = "";
      at("words").value = "";
      at("state").value = "failed";
      at(link.dataset.filter).value = link.dataset.value;
      document.querySelector(".reader").classList.remove("reading");
      search();
    };
  }
  search();
  const linked = decodeURIComponent(location.hash.replace(/^#case=/, ""));
  const first = cases.find((one) => one.key === linked);
  if (first) {
    read(first, true);
    at("cases").scrollIntoView();
  } else if (found.length && matchMedia("(min-width: 801px)").matches) {
    read(found[0], false);
  }
})();
