(() => {
  "use strict";
  const root = document.documentElement;
  const pages = [...document.querySelectorAll(".page")];
  const usual = Number(document.body.dataset.seconds);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const button = (name) => document.getElementById(name);
  const place = button("place");
  let at = -1, running = false, clock = 0, rest = 0;

  const wait = () => {
    clearTimeout(clock);
    if (running) clock = setTimeout(() => show((at + 1) % pages.length), 1000 * (Number(pages[at].dataset.seconds) || usual));
  };
  const show = (to) => {
    /* The first page does not fade in: it would come out of all the others. */
    root.classList.toggle("moving", at >= 0);
    at = Math.min(Math.max(to, 0), pages.length - 1);
    pages.forEach((page, number) => {
      page.classList.toggle("now", number === at);
      page.setAttribute("aria-hidden", String(number !== at));
    });
    document.body.style.setProperty("--ground", pages[at].style.getPropertyValue("--ground"));
    place.textContent = pages[at].getAttribute("aria-label");
    button("back").disabled = at === 0;
    button("on").disabled = at === pages.length - 1;
    history.replaceState(null, "", "#" + pages[at].id);
    wait();
  };
  const run = (wanted) => {
    running = wanted && pages.length > 1;
    button("play").setAttribute("aria-pressed", String(running));
    wait();
  };
  /* Who turns the pages has taken over: nothing moves on its own any more. */
  const turn = (to) => { run(false); show(to); };
  const notes = () => button("notes").setAttribute("aria-pressed", String(root.classList.toggle("noted")));
  const full = () => document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.().catch(() => {});
  const stir = () => {
    root.classList.remove("resting");
    clearTimeout(rest);
    rest = setTimeout(() => root.classList.add("resting"), 2500);
  };

  const keys = {
    ArrowRight: () => turn(at + 1), ArrowDown: () => turn(at + 1), PageDown: () => turn(at + 1), " ": () => turn(at + 1),
    ArrowLeft: () => turn(at - 1), ArrowUp: () => turn(at - 1), PageUp: () => turn(at - 1), Backspace: () => turn(at - 1),
    Home: () => turn(0), End: () => turn(pages.length - 1), f: full, n: notes, p: () => run(!running),
  };
  addEventListener("keydown", (event) => {
    const press = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(keys, press)) return;
    if (event.target.closest(".bar") && (press === " " || press === "Enter")) return;
    event.preventDefault();
    keys[press]();
  });
  document.querySelector("main").addEventListener("click", (event) => {
    if (!event.target.closest(".notes") && !String(getSelection())) turn(at + (event.clientX < innerWidth / 4 ? -1 : 1));
  });
  button("back").onclick = () => turn(at - 1);
  button("on").onclick = () => turn(at + 1);
  button("play").onclick = () => run(!running);
  button("notes").onclick = notes;
  button("full").onclick = full;
  ["back", "play", "on"].forEach((name) => { button(name).hidden = pages.length < 2; });
  button("notes").hidden = !document.querySelector(".notes");
  button("full").hidden = !document.fullscreenEnabled;
  addEventListener("pointermove", stir);
  addEventListener("keydown", stir);
  addEventListener("hashchange", () => turn(pages.findIndex((page) => "#" + page.id === location.hash)));

  root.classList.add("live");
  show(pages.findIndex((page) => "#" + page.id === location.hash));
  run(!calm && pages.some((page) => Number(page.dataset.seconds) > 0));
  stir();
})();
