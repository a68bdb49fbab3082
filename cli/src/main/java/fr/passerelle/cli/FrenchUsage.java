package fr.passerelle.cli;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Help and mistakes of use, in French. */
final class FrenchUsage implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine line = mistake.getCommandLine();
        line.getErr().println(sentence(mistake));
        line.getErr().println("Aide : « ./passerelle " + name(line) + "--help ».");
        return OutcomePrinter.WRONG_USE;
    }

    /** Puts French headings on a command and those under it. */
    static void headings(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.synopsisHeading("Usage : ");
        usage.synopsisSubcommandLabel("COMMANDE");
        usage.parameterListHeading("%nParamètres%n");
        usage.optionListHeading("%nOptions%n");
        usage.commandListHeading("%nCommandes%n");
        line.getSubcommands().values().forEach(FrenchUsage::headings);
    }

    private static String sentence(ParameterException mistake) {
        return switch (mistake) {
            case MissingParameterException missing ->
                "Il manque : "
                        + missing.getMissing().stream().map(FrenchUsage::name).collect(Collectors.joining(", ")) + ".";
            case UnmatchedArgumentException unknown ->
                "Mot inconnu : " + String.join(" ", unknown.getUnmatched()) + ".";
            case OverwrittenOptionException twice -> "Donné deux fois : " + name(twice.getOverwritten()) + ".";
            default -> french(mistake);
        };
    }

    private static String french(ParameterException mistake) {
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
}
