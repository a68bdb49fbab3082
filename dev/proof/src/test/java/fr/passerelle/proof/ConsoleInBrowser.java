package fr.passerelle.proof;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The shared demonstration, in a browser of the class's own. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithConsole.class)
@ResourceLock(WithConsole.CONSOLE)
abstract class ConsoleInBrowser {

    ConsoleSystem console;

    @AutoClose
    Browser browser;

    @BeforeAll
    void start(ConsoleSystem shared) {
        console = shared;
        browser = Browser.start();
    }
}
