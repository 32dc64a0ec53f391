package fr.prosante.keycloak.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import fr.prosante.keycloak.testbed.cards.Card;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people of one test: each with a browser of his own, all gone when the test ends. */
public final class People implements AutoCloseable {

    private final Chromium chromium;
    private final Addresses addresses;
    private final List<Person> present = new ArrayList<>();

    public People(Chromium chromium, Addresses addresses) {
        this.chromium = chromium;
        this.addresses = addresses;
    }

    /** A French speaker without a card, with script. */
    public Person somebody() {
        return enter(Habits.french());
    }

    /** A French speaker whose card is in the reader; the code porteur is typed by the browser when it is asked for. */
    public Person holderOf(Card card) {
        return enter(Habits.french().withCard(card));
    }

    public Person enter(Habits habits) {
        var person =
                Person.arrives(habits, chromium.context(habits.contextOptions(addresses.door())), addresses.portal());
        present.add(person);
        return person;
    }

    /** Somebody at a browser that others started and will close. */
    public Person sitsAt(BrowserContext browser) {
        return Person.arrives(Habits.french(), browser, addresses.portal());
    }

    /** Keeps what everybody saw last, for whoever has to find out why the test failed. */
    public void keepEvidence(Path folder) {
        for (int i = 0; i < present.size(); i++) {
            present.get(i).keepEvidence(folder.resolve("person-" + (i + 1)));
        }
    }

    @Override
    public void close() {
        present.forEach(Person::close);
        present.clear();
    }

    /** Where people go. */
    public record Addresses(String portal, String door) {}
}
