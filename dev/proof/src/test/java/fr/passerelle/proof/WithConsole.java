package fr.passerelle.proof;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.passerelle.console.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Gives a test the one demonstration that all of them share, started when the first asks for it and ended after the last. */
final class WithConsole implements ParameterResolver {

    /** The resource that classes of the console lock: what one does to accounts, another would see. */
    static final String CONSOLE = "console";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == ConsoleSystem.class || type == Crowd.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Crowd.class ? crowd(context) : console(context);
    }

    private static Crowd crowd(ExtensionContext context) {
        var small = console(context);
        return store(context).computeIfAbsent(Crowd.class, type -> new Crowd(small), Crowd.class);
    }

    private static ConsoleSystem console(ExtensionContext context) {
        return store(context).computeIfAbsent(ConsoleSystem.class, type -> new ConsoleSystem(), ConsoleSystem.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(WithConsole.class));
    }

    /** The shared demonstration, in a browser of the class's own. */
    @Tag("proof")
    abstract static class InBrowser extends OnConsole {

        @AutoClose
        Browser browser;

        @BeforeAll
        void start() {
            browser = Browser.start();
        }

        @AfterEach
        void closeWindows() {
            browser.closeWindows();
        }

        /** The page of somebody of this role, signed in, in a window of its own. */
        Page page(int width, ColorScheme scheme, Role role) {
            return Browser.signedIn(browser.window(console.home(), width, scheme), console, role);
        }
    }

    /** Tests of that demonstration: one class of them at a time. */
    @Story
    @ExtendWith(WithConsole.class)
    @ResourceLock(CONSOLE)
    abstract static class OnConsole {

        ConsoleSystem console;

        @BeforeAll
        void share(ConsoleSystem shared) {
            console = shared;
        }

        /** How many rows a table has, those of a condition where one is told behind its name. */
        long count(String rows) {
            return Deployments.count(console.system(), rows);
        }
    }
}
