package fr.passerelle.proof;

import com.microsoft.playwright.Page;

/** Hands that have no mouse: what is reached is reached by Tab, and one sees where one is. */
final class Keyboard {

    private static final int FAR = 400;
    private static final String NAME =
            "() => { const e = document.activeElement; const l = e.labels && e.labels[0]; const by ="
                + " e.getAttribute('aria-labelledby'); return ((l && l.innerText) || e.getAttribute('aria-label') ||"
                + " (by && document.getElementById(by)?.innerText) || e.innerText || e.value ||"
                + " '').trim().replace(/\\s+/g, ' '); }";
    private static final String IS_SEEN =
            "() => { const e = document.activeElement; const s = getComputedStyle(e); const b ="
                + " e.getBoundingClientRect(); return b.width > 0 && b.height > 0 && ((s.outlineStyle !== 'none' &&"
                + " parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none' || [...e.querySelectorAll('*')].some(c"
                + " => { const d = getComputedStyle(c); return d.stroke !== 'none' && parseFloat(d.strokeWidth) >= 3;"
                + " })); }";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Goes on, control by control, to the one whose name starts so; each one on the way shows that it has the focus. */
    Keyboard to(String name) {
        for (int i = 0; i < FAR; i++) {
            page.keyboard().press("Tab");
            var here = String.valueOf(page.evaluate(NAME));
            if (here.startsWith(name)) {
                if (!Boolean.TRUE.equals(page.evaluate(IS_SEEN))) {
                    throw new AssertionError("The focus is not seen on « " + here + " » of " + page.url());
                }
                return this;
            }
        }
        throw new AssertionError("Nothing is called « " + name + " » on " + page.url());
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Presses Enter and waits for the page that it leads to. */
    Keyboard follow(String url) {
        page.keyboard().press("Enter");
        page.waitForURL(url);
        return this;
    }
}
