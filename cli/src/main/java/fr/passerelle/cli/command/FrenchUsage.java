package fr.passerelle.cli.command;

import fr.passerelle.cli.command.OperatorCommand.ShowingCommand;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.text.PlainText.NearestWord;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Help and mistakes of use, in French: all mistakes of what was typed at once, each with the word that was probably meant. */
public final class FrenchUsage implements CommandLine.IExecutionStrategy, CommandLine.IParameterExceptionHandler {

    /** Words of the launcher, which no command here has. */
    public static final List<String> LAUNCHER = List.of("demo", "up", "status", "down", "prove", "bench");

    /** Where a line may end; each is told by one of the others inside a command that help shows, so that none ends there. */
    private static final String BREAKS = " ./-";

    private static final String NO_BREAKS = "\uE002\uE003\uE004\uE005";

    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern QUOTED = Pattern.compile("« ?\\./[^»]*»");

    /** Has a command and those under it speak French, and tell all mistakes of what was typed. */
    public static void speaks(CommandLine line) {
        FrenchUsage french = new FrenchUsage();
        line.setParameterExceptionHandler(french);
        line.setExecutionStrategy(french);
        line.setHelpFactory(WholeCommands::new);
        headings(line);
    }

    @Override
    public int execute(ParseResult parsed) {
        List<CommandLine> lines = parsed.asCommandLineList();
        Optional<CommandLine> helped =
                lines.stream().filter(CommandLine::isUsageHelpRequested).findFirst();
        if (helped.isPresent()) {
            CommandLine line = helped.get();
            line.getOut().print(swapped(line.getUsageMessage(Ansi.OFF), NO_BREAKS, BREAKS));
            line.getOut().flush();
            return OperatorCommand.DONE;
        }
        CommandLine last = lines.getLast();
        List<Exception> mistakes = lines.stream()
                .flatMap(line -> line.getParseResult().errors().stream())
                .toList();
        if (mistakes.isEmpty() && last.getSubcommands().isEmpty()) {
            return new RunLast().execute(parsed);
        }
        return said(mistakes.isEmpty() ? List.of(new ParameterException(last, noCommand(last))) : mistakes, last);
    }

    private static String noCommand(CommandLine group) {
        return "Il manque une commande"
                + (group.getParent() == null
                        ? "."
                        : " : " + String.join(", ", group.getSubcommands().keySet()) + ".");
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        return said(List.of(mistake), mistake.getCommandLine());
    }

    private static int said(List<Exception> mistakes, CommandLine line) {
        boolean shows = OperatorCommand.onTerminal() || line.getCommandSpec().userObject() instanceof ShowingCommand;
        mistakes.stream()
                .filter(mistake -> !isTold(mistake, mistakes))
                .map(mistake -> sentence(mistake, mistakes))
                .map(sentence -> shows ? Quote.shown(sentence) : Quote.masked(sentence))
                .distinct()
                .forEach(line.getErr()::println);
        line.getErr().println("Aide : « ./passerelle " + name(line) + "--help ».");
        return OperatorCommand.WRONG_USE;
    }

    /** A word that cannot be what stands at its place is told as that; it is then missing, and left over too. */
    private static boolean isTold(Exception mistake, List<Exception> mistakes) {
        return switch (mistake) {
            case MissingParameterException missing ->
                missing.getMissing().stream()
                                .allMatch(place -> refused(mistakes).anyMatch(of(place)))
                        || mistakes.stream().anyMatch(other -> isMore(other, missing.getMissing()));
            case UnmatchedArgumentException unknown ->
                unknown.getUnmatched().stream()
                        .allMatch(word -> refused(mistakes).anyMatch(other -> word.equals(other.getValue())));
            default -> false;
        };
    }

    /** Words that cannot be what stands at their place. */
    private static Stream<ParameterException> refused(List<Exception> mistakes) {
        return mistakes.stream()
                .filter(ParameterException.class::isInstance)
                .map(ParameterException.class::cast)
                .filter(other -> other.getArgSpec() instanceof PositionalParamSpec);
    }

    private static Predicate<ParameterException> of(ArgSpec place) {
        return mistake -> place.equals(mistake.getArgSpec());
    }

    /** A place that is missing is told of alone, and then among all that is. */
    private static boolean isMore(Exception mistake, List<ArgSpec> missing) {
        return mistake instanceof MissingParameterException more
                && more.getMissing().size() > missing.size()
                && more.getMissing().containsAll(missing);
    }

    private static void headings(CommandLine line) {
        line.getCommandSpec().parser().collectErrors(true);
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.synopsisHeading("Usage : ");
        usage.synopsisSubcommandLabel("COMMANDE");
        usage.parameterListHeading("%nParamètres%n");
        usage.optionListHeading("%nOptions%n");
        usage.commandListHeading("%nCommandes%n");
        usage.description(onOneLine(usage.description()));
        line.getSubcommands().values().forEach(FrenchUsage::headings);
    }

    private static String[] onOneLine(String[] texts) {
        return Arrays.stream(texts).map(FrenchUsage::onOneLine).toArray(String[]::new);
    }

    /** A text whose quoted commands do not break. */
    private static String onOneLine(String text) {
        return QUOTED.matcher(text).replaceAll(quoted -> swapped(quoted.group(), BREAKS, NO_BREAKS));
    }

    private static String swapped(String text, String signs, String others) {
        String swapped = text;
        for (int i = 0; i < signs.length(); i++) {
            swapped = swapped.replace(signs.charAt(i), others.charAt(i));
        }
        return swapped;
    }

    private static String sentence(Exception mistake, List<Exception> mistakes) {
        return switch (mistake) {
            case MissingParameterException missing -> missing(missing, mistakes);
            case UnmatchedArgumentException unknown -> unknown(unknown.getUnmatched(), unknown.getCommandLine());
            case MutuallyExclusiveArgsException exclusive ->
                "Une seule de ces options à la fois : "
                        + OPTION.matcher(exclusive.getMessage())
                                .results()
                                .map(MatchResult::group)
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ".";
            case OverwrittenOptionException twice -> "Donné deux fois : " + name(twice.getOverwritten()) + ".";
            default -> french(mistake);
        };
    }

    /** What is not there, but for what was refused; of an option that is there, its value. */
    private static String missing(MissingParameterException mistake, List<Exception> mistakes) {
        List<String> typed = mistake.getCommandLine().getParseResult().originalArgs();
        return mistake.getMissing().stream()
                .filter(argument -> refused(mistakes).noneMatch(of(argument)))
                .sorted(Comparator.comparing(ArgSpec::isOption))
                .map(argument -> (typed.contains(name(argument)) ? "la valeur de " : "") + name(argument))
                .collect(Collectors.joining(", ", "Il manque : ", "."));
    }

    /** A command or an option is told as it was typed; else it is a word of a value that lacks its quotes, such as the name of a file. */
    private static String unknown(List<String> words, CommandLine line) {
        boolean commands = !line.getSubcommands().isEmpty();
        String typed = words.stream()
                .map(word -> commands || word.startsWith("-") ? word : Quote.of(word))
                .collect(Collectors.joining(" "));
        return "Mot inconnu : " + typed + NearestWord.hint(words.getFirst(), known(line)) + ".";
    }

    private static List<String> known(CommandLine line) {
        CommandSpec command = line.getCommandSpec();
        Stream<String> options = command.options().stream().map(OptionSpec::longestName);
        Stream<String> words = Stream.concat(
                command.subcommands().keySet().stream(), command.parent() == null ? LAUNCHER.stream() : Stream.of());
        return Stream.concat(options, words).toList();
    }

    private static String french(Exception mistake) {
        String message = String.valueOf(mistake.getMessage());
        boolean ours = message.contains("«") || message.startsWith("Il manque");
        return ours ? message.replaceFirst("^Invalid value for [^:]*: ", "") : "La commande est mal écrite.";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** The words of a command after the program's own name. */
    private static String name(CommandLine line) {
        return line.getParent() == null ? "" : name(line.getParent()) + line.getCommandName() + " ";
    }

    /** Help whose options and parameters break no command that they quote. */
    private static final class WholeCommands extends Help {

        WholeCommands(CommandSpec command, ColorScheme colors) {
            super(command, colors);
        }

        @Override
        public IOptionRenderer createDefaultOptionRenderer() {
            IOptionRenderer renderer = super.createDefaultOptionRenderer();
            return (option, label, colors) -> whole(renderer.render(option, label, colors), colors);
        }

        @Override
        public IParameterRenderer createDefaultParameterRenderer() {
            IParameterRenderer renderer = super.createDefaultParameterRenderer();
            return (parameter, label, colors) -> whole(renderer.render(parameter, label, colors), colors);
        }

        private static Ansi.Text[][] whole(Ansi.Text[][] cells, ColorScheme colors) {
            return Arrays.stream(cells)
                    .map(row -> Arrays.stream(row)
                            .map(cell -> colors.text(onOneLine(cell.plainString())))
                            .toArray(Ansi.Text[]::new))
                    .toArray(Ansi.Text[][]::new);
        }
    }
}
