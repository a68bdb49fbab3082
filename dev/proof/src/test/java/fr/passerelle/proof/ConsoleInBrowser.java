package fr.passerelle.proof;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The shared demonstration, in a browser of the class's own. */
@Tag("proof")
abstract class ConsoleInBrowser extends WithConsole.OnConsole {

    @AutoClose
    Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start();
    }
}
