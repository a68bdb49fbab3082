package fr.passerelle.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The command line: parses, runs one command, answers its exit code. */
public final class Commands {

    private Commands() {}

    /**
     * Runs a command. Arguments {@code --passerelle.…} and {@code --spring.…} are settings of the application.
     *
     * @return 0 done, 1 failed, 2 wrong use, 3 done with rejects
     */
    public static int run(String... arguments) {
        // From Java 22 to 24 a console is there even without a terminal, unless it is java.base's.
        System.setProperty("jdk.console", "java.base");
        List<String> settings = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            (argument.matches("--(passerelle|spring|logging)\\..*") ? settings : words).add(argument);
        }
        try (CommandContext context = new CommandContext(settings)) {
            return line(context, words.isEmpty() ? null : words.getFirst()).execute(words.toArray(String[]::new));
        }
    }

    /** All commands, for who tells what there is: none of them can be run. */
    public static CommandLine all() {
        return line(new CommandContext(List.of()), null);
    }

    private static CommandLine line(CommandContext context, @Nullable String asked) {
        CommandLine line = new CommandLine(RootCommand.class, context.factory());
        RootCommand.named(asked).forEach(line::addSubcommand);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(err);
        line.setExecutionExceptionHandler(new FrenchFailure());
        FrenchUsage.speaks(line);
        return line;
    }
}
