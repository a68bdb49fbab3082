package fr.passerelle.cli;

import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.published.difference.Diff;
import fr.passerelle.published.difference.EuroLine;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.sheets.french.Codes.DecisionWords;
import fr.passerelle.sheets.french.DifferenceWords;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a comparison says, in the words of people who read it. */
record DiffWords(Diff diff) {

    private static final int SHOWN = 12;

    /** {@code 2017-05 (a1b2c3d4e5f6)}, by the beginning of its hash. */
    static String bareme(Bareme bareme) {
        return bareme.id() + " (" + bareme.sha256().substring(0, SHOWN) + ")"
                + (bareme.isIllustration() ? ", illustration" : "");
    }

    String scope(Replay.Scope scope) {
        if (scope.isRegion()) {
            return "toute la région";
        }
        String epcis = CommandFrench.counted(scope.epcis().size(), "intercommunalité", "intercommunalités") + " ("
                + named(scope.epcis()) + ")";
        return scope.rooms().isEmpty() ? epcis : epcis + ", salles " + named(scope.rooms());
    }

    private String named(List<String> ids) {
        return ids.stream().map(this::one).collect(Collectors.joining(", "));
    }

    /** What a line of euros is: « étude », « budget 2018 ». */
    static String line(String what) {
        return Arrays.stream(AidLineName.values())
                .filter(name -> name.name().equals(what))
                .map(CommandFrench::name)
                .findFirst()
                .orElseGet(() -> what.equals(EuroLine.TOTAL)
                        ? "aide en tout"
                        : what.toLowerCase().replace('_', ' '));
    }

    /** By how much a line grows: « +1 000,00 ». */
    static String growth(EuroLine line) {
        BigDecimal growth = line.growth();
        return growth == null ? CommandFrench.NONE : (growth.signum() > 0 ? "+" : "") + CommandFrench.amount(growth);
    }

    /** A value: a place by its name and identifier, a code by its words, a number as it is. */
    String value(@Nullable String value) {
        if (value == null) {
            return CommandFrench.NONE;
        }
        return Arrays.stream(value.split(", ")).map(this::one).collect(Collectors.joining(", "));
    }

    private String one(String value) {
        String id = value.replaceFirst("^(room|site|place):", "");
        String name = diff.names().get(id);
        return name == null ? DifferenceWords.PLAIN.words(value) : name + " (" + id + ")";
    }

    /** What stays of what was notified, where the replay finds otherwise. */
    String gap(Ecart gap) {
        return "Notifié par l'acte " + gap.getAct() + ", et qui reste : " + DifferenceWords.what(gap.getOn()) + " "
                + value(gap.getNotified()) + " ; selon le rejeu : " + value(gap.getNow()) + ".";
    }

    /** A decision on the log. */
    String decision(KnownDecision known) {
        String subject = known.decision().getSubject();
        return (subject.startsWith("room:") ? value(subject) + ". " : "")
                + DecisionWords.sentence(known.decision(), known.journalled());
    }
}
