// Runs before Gradio's own scripts. Gradio takes its language from the browser; our words are British English.
for (const [name, value] of [["language", "en-GB"], ["languages", ["en-GB", "en"]]]) {
  Object.defineProperty(navigator, name, { get: () => value, configurable: true });
}

(() => {
  const touch = window.matchMedia("(pointer: coarse)").matches;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let messages = 0;
  let again = 0;

  const box = () => document.querySelector("#npq-box textarea");

  // Gradio names bubbles after their raw Markdown, which a screen reader would spell out.
  function tidyNames(chat) {
    chat.querySelectorAll("[aria-label*=\"message:\"]").forEach((bubble) => bubble.removeAttribute("aria-label"));
    chat.querySelectorAll("a.npq-ref[target]").forEach((ref) => ref.removeAttribute("target"));
  }

  // A new question goes to the top of the view, so that its answer is read from the start. Twice, because the
  // choices under the answer make the page longer a moment later.
  function showLatest(chat) {
    const said = chat.querySelectorAll(".message-content").length;
    if (said === messages) return;
    messages = said;
    scrollToQuestion(chat);
    clearTimeout(again);
    again = setTimeout(scrollToQuestion, 350, chat);
  }

  function scrollToQuestion(chat) {
    const asked = chat.querySelectorAll(".message-row.user-row");
    if (!asked.length) return;
    const top = asked[asked.length - 1].getBoundingClientRect().top + window.scrollY;
    window.scrollTo({ top: top - 12, behavior: calm ? "auto" : "smooth" });
  }

  // Gradio drops the focus when it redraws; on a touch screen focus would bring up the keyboard over the answer.
  function keepFocus() {
    const field = box();
    if (!touch && field && document.activeElement === document.body) field.focus({ preventScroll: true });
  }

  function openSource(event) {
    const ref = event.target.closest && event.target.closest("a.npq-ref");
    if (!ref) return;
    event.preventDefault();
    const source = document.getElementById(ref.getAttribute("href").slice(1));
    if (!source) return;
    source.closest("details").open = true;
    source.setAttribute("tabindex", "-1");
    source.focus({ preventScroll: true });
    source.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  // Gradio writes its own "en" over the page's language, sooner or later than we begin.
  function keepLanguage() {
    if (document.documentElement.lang !== "en-GB") document.documentElement.lang = "en-GB";
  }

  function begin() {
    const chat = document.querySelector("#npq-chat");
    if (!chat) return void setTimeout(begin, 100);
    new MutationObserver(() => {
      tidyNames(chat);
      showLatest(chat);
      keepFocus();
    }).observe(chat, { childList: true, subtree: true });
    tidyNames(chat);
    document.addEventListener("click", openSource, true);
  }
  new MutationObserver(keepLanguage).observe(document.documentElement, { attributeFilter: ["lang"] });
  document.addEventListener("DOMContentLoaded", begin);
})();
