package fr.prosante.keycloak.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Somebody who has no mouse. */
public final class Keyboard {

    private static final int MOST_STOPS = 40;

    /** Id of what has the focus, else its class, else its element. */
    private static final String FOCUSED =
            "() => { const e = document.activeElement; return e.id || e.className || e.tagName; }";

    /** Whether what has the focus can be seen and shows that it has it. */
    private static final String SHOWN = """
            () => {
              const e = document.activeElement;
              const box = e.getBoundingClientRect();
              const style = getComputedStyle(e);
              return box.height > 0 && box.bottom > 0 && box.top < innerHeight
                && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
            }
            """;

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
        page.waitForLoadState();
    }

    /** Presses Tab until that element has the focus, and answers with the stops on the way, the element last. */
    public List<String> tabsTo(String id) {
        List<String> stops = new ArrayList<>();
        while (stops.size() < MOST_STOPS) {
            page.keyboard().press("Tab");
            var stop = focused();
            stops.add(stop);
            assertThat(page.evaluate(SHOWN)).as("focus is seen on %s", stop).isEqualTo(true);
            if (stop.equals(id)) {
                return stops;
            }
        }
        throw new AssertionError("No way to " + id + " but to " + stops);
    }

    /** What has the focus now. */
    public String focused() {
        return String.valueOf(page.evaluate(FOCUSED));
    }

    public Keyboard types(String text) {
        page.keyboard().type(text);
        return this;
    }

    public void presses(String key) {
        page.keyboard().press(key);
    }
}
