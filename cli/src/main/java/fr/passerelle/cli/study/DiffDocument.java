package fr.passerelle.cli.study;

import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.night.ChangesCommand;
import fr.passerelle.cli.people.DecisionsCommand;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.french.Codes.DecisionWords;
import fr.passerelle.sheets.french.DifferenceWords;
import fr.passerelle.sheets.french.DifferenceWords.CauseWords;
import fr.passerelle.study.Study;
import fr.passerelle.study.difference.Diff;
import fr.passerelle.study.difference.Diff.EpciDiff;
import fr.passerelle.study.difference.Diff.EuroLine;
import fr.passerelle.study.difference.Diff.ThingDiff;
import fr.passerelle.study.replay.ReplayManifest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison as people read it: what is compared, the totals, then each intercommunalité for which something differs. */
record DiffDocument(Diff diff) {

    private static final int SHOWN = 12;
    private static final CauseWords CAUSES = DifferenceWords.PLAIN.causes();

    static Document of(Diff diff) {
        DiffDocument document = new DiffDocument(diff);
        return new Document(
                "Rejeu " + diff.replay().id()
                        + CommandFrench.reconstitution(diff.base().demonstration()) + " : ce qui changerait",
                Stream.of(
                                document.warnings(),
                                Stream.of(document.compared(), document.counts(), document.totals()),
                                Stream.of(euros(euroTitle(diff), diff.euros())),
                                diff.epcis().stream().flatMap(document::epci))
                        .flatMap(blocks -> blocks)
                        .toList());
    }

    private Stream<Block> warnings() {
        List<Block> warnings = new ArrayList<>();
        if (diff.base().demonstration()) {
            warnings.add(new Block.Paragraph(
                    "RECONSTITUTION : exercice sur données reconstituées, ne vaut pas proposition."));
        }
        if (diff.isIllustration()) {
            String which = Stream.of(diff.before(), diff.after())
                    .filter(bareme -> bareme.isIllustration())
                    .map(bareme -> bareme.id())
                    .distinct()
                    .collect(Collectors.joining(" et "));
            warnings.add(new Block.Paragraph("ILLUSTRATION : le barème " + which
                    + " n'a pas été voté, ce qu'il donne ne vaut pas proposition."));
        }
        return warnings.stream();
    }

    private Block compared() {
        Study<ReplayManifest> replay = diff.replay();
        return new Block.Grid(
                "Ce qui est comparé",
                List.of("Quoi", "Avant", "Après"),
                List.of(
                        List.of("calcul", "exécution " + diff.base().id(), "rejeu " + replay.id()),
                        List.of("barème", bareme(diff.before()), bareme(diff.after())),
                        List.of(
                                "mois",
                                Objects.requireNonNullElse(diff.base().asOf(), CommandFrench.NONE),
                                replay.question().asOf()),
                        List.of(
                                "empreinte",
                                Objects.requireNonNullElse(diff.base().resultHash(), CommandFrench.NONE),
                                Objects.requireNonNullElse(replay.answerHash(), CommandFrench.NONE)),
                        List.of(
                                "portée",
                                "toute la région",
                                scope(replay.question().scope())),
                        List.of("motif", CommandFrench.NONE, replay.reason())));
    }

    private Block counts() {
        int changed = diff.epcis().size();
        return new Block.Paragraph(CommandFrench.counted(
                        changed, "intercommunalité change", "intercommunalités changent")
                + ", " + CommandFrench.counted(diff.unchanged(), "reste telle quelle", "restent telles quelles") + ". "
                + CommandFrench.counted(
                        diff.changes().list().size(),
                        "proposition change de conclusion",
                        "propositions changent de conclusion")
                + ", " + CommandFrench.number(diff.changes().same()) + " non.");
    }

    private Block totals() {
        return new Block.Grid(
                "En tout",
                List.of("Quoi", "Avant", "Après"),
                ChangesCommand.totals(diff.changes().before(), diff.changes().after()),
                1);
    }

    private static String euroTitle(Diff diff) {
        return (diff.replay().question().scope().wholeRegion()
                        ? "Aide de la région, où les coûts sont connus"
                        : "Aide, dans la portée")
                + ", en euros";
    }

    private static Block euros(String title, List<EuroLine> lines) {
        return new Block.Grid(
                title,
                List.of("Ligne", "Avant", "Après", "Écart"),
                lines.stream()
                        .map(line -> List.of(
                                line(line.what()),
                                CommandFrench.amount(line.before()),
                                CommandFrench.amount(line.after()),
                                growth(line)))
                        .toList(),
                1);
    }

    private Stream<Block> epci(EpciDiff epci) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, epci.name() + " (" + epci.epci() + ")"));
        List<List<String>> rows = epci.things().stream().flatMap(this::rows).toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Grid("Ce qui change", List.of("Objet", "Quoi", "Avant", "Après", "Pourquoi"), rows));
        }
        if (epci.costsOtherwise()) {
            blocks.add(euros("Aide, en euros", epci.euros()));
            epci.aidCauses().stream()
                    .map(cause -> CAUSES.of(epci.epci(), cause))
                    .map(why -> new Block.Paragraph("Pourquoi : " + why + "."))
                    .forEach(blocks::add);
        }
        epci.gaps().forEach(gap -> blocks.add(new Block.Paragraph(gap(gap))));
        epci.decisions().forEach(decision -> blocks.add(new Block.Paragraph(decision(decision))));
        return blocks.stream();
    }

    /** Amounts have a table of their own. */
    private Stream<List<String>> rows(ThingDiff thing) {
        String causes = CAUSES.reason(thing.id(), thing.causes());
        String which = thing.type() == ThingDiff.Type.PLAN ? "plan" : thing.name() + " (" + thing.id() + ")";
        String why = causes.isEmpty() ? CommandFrench.NONE : causes;
        return Stream.concat(
                thing.values().stream()
                        .filter(value -> !isAmount(value) && !ScoreWords.isPart(value))
                        .map(value -> List.of(
                                which,
                                DifferenceWords.what(value.getWhat()),
                                value(value.getBefore()),
                                value(value.getAfter()),
                                why)),
                ScoreWords.of(thing).stream()
                        .map(score -> List.of(which, "note (de, à)", score.before(), score.after(), why)));
    }

    private boolean isAmount(ValeurChangee value) {
        return diff.euros().stream().anyMatch(line -> line.what().equals(value.getWhat()));
    }

    /** {@code 2017-05 (a1b2c3d4e5f6)}, by the beginning of its hash. */
    private static String bareme(Bareme bareme) {
        return bareme.id() + " (" + bareme.sha256().substring(0, SHOWN) + ")"
                + (bareme.isIllustration() ? ", illustration" : "");
    }

    private String scope(ReplayManifest.Scope scope) {
        if (scope.wholeRegion()) {
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
    private static String line(String what) {
        return Arrays.stream(AidLineName.values())
                .filter(name -> name.name().equals(what))
                .map(CommandFrench::name)
                .findFirst()
                .orElseGet(() -> what.equals(EuroLine.TOTAL)
                        ? "aide en tout"
                        : what.toLowerCase().replace('_', ' '));
    }

    /** By how much a line grows: « +1 000,00 ». */
    private static String growth(EuroLine line) {
        BigDecimal growth = line.growth();
        return growth == null ? CommandFrench.NONE : (growth.signum() > 0 ? "+" : "") + CommandFrench.amount(growth);
    }

    /** A value: a place by its name and identifier, a code by its words, a number as it is. */
    private String value(@Nullable String value) {
        if (value == null) {
            return CommandFrench.NONE;
        }
        return named(List.of(value.split(", ")));
    }

    private String one(String value) {
        String id = value.replaceFirst("^(room|site|place):", "");
        String name = diff.names().get(id);
        return name == null ? DifferenceWords.PLAIN.words(value) : name + " (" + id + ")";
    }

    /** What stays of what was notified, where the replay finds otherwise. */
    private String gap(Ecart gap) {
        return "Notifié par l'acte " + gap.getAct() + ", et qui reste : " + DifferenceWords.what(gap.getOn()) + " "
                + value(gap.getNotified()) + " ; selon le rejeu : " + value(gap.getNow()) + ".";
    }

    private String decision(KnownDecision known) {
        String subject = known.decision().getSubject();
        return (subject.startsWith("room:") ? value(subject) + ". " : "")
                + DecisionWords.sentence(known.decision(), known.journalled());
    }

    /** A value or an amount that differs, of a « plan » or a « salle », as a row of a spreadsheet. */
    private record DiffRow(
            EpciDiff epci, String type, String id, String name, String what, String before, String after, String why) {}

    static Table<?> table(Diff diff) {
        DiffDocument document = new DiffDocument(diff);
        return Table.<DiffRow>layout()
                .text("rejeu", row -> diff.replay().id())
                .text("execution_de_base", row -> diff.base().id())
                .text("bareme_avant", row -> diff.before().id())
                .text("bareme_apres", row -> diff.after().id())
                .text("mois", row -> diff.replay().question().asOf())
                .text("empreinte", row -> String.valueOf(diff.replay().answerHash()))
                .from(DiffRow::epci)
                .text("epci_siren", EpciDiff::epci)
                .text("epci_nom", EpciDiff::name)
                .from(row -> row)
                .text("objet", DiffRow::type)
                .text("id", DiffRow::id)
                .text("nom", DiffRow::name)
                .text("quoi", DiffRow::what)
                .text("avant", DiffRow::before)
                .text("apres", DiffRow::after)
                .text("pourquoi", DiffRow::why)
                .text("donnees", row -> diff.base().demonstration() ? "reconstitution" : "")
                .text("nature_bareme", row -> diff.isIllustration() ? "illustration" : "")
                .of(diff.epcis().stream().flatMap(document::changed).toList());
    }

    private Stream<DiffRow> changed(EpciDiff epci) {
        return Stream.concat(epci.things().stream().flatMap(thing -> values(epci, thing)), amounts(epci));
    }

    private Stream<DiffRow> values(EpciDiff epci, ThingDiff thing) {
        String why = CAUSES.reason(thing.id(), thing.causes());
        return thing.values().stream()
                .filter(value -> !isAmount(value) && !Objects.equals(value.getBefore(), value.getAfter()))
                .map(value -> new DiffRow(
                        epci,
                        thing.type() == ThingDiff.Type.PLAN ? "plan" : "salle",
                        thing.id(),
                        thing.name(),
                        DifferenceWords.what(value.getWhat()),
                        value(value.getBefore()),
                        value(value.getAfter()),
                        why));
    }

    private static Stream<DiffRow> amounts(EpciDiff epci) {
        return epci.euros().stream()
                .filter(EuroLine::differs)
                .map(line -> new DiffRow(
                        epci,
                        "plan",
                        epci.epci(),
                        epci.name(),
                        line(line.what()) + " (€)",
                        amount(line.before()),
                        amount(line.after()),
                        epci.causeOf(line.what())
                                .map(cause -> CAUSES.of(epci.epci(), cause))
                                .orElse("")));
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.toPlainString().replace('.', ',');
    }

    /** A score with its bounds, before and after, as {@code 60 (50, 70)}. */
    private record ScoreWords(String before, String after) {

        private static final List<String> PARTS = List.of("NOTE", "BORNE_BASSE", "BORNE_HAUTE");

        static boolean isPart(ValeurChangee value) {
            return PARTS.contains(value.getWhat());
        }

        /** That of a room, where it differs. */
        static Optional<ScoreWords> of(ThingDiff thing) {
            List<ValeurChangee> parts =
                    thing.values().stream().filter(ScoreWords::isPart).toList();
            return parts.size() == PARTS.size()
                    ? Optional.of(new ScoreWords(
                            written(parts, ValeurChangee::getBefore), written(parts, ValeurChangee::getAfter)))
                    : Optional.empty();
        }

        private static String written(List<ValeurChangee> parts, Function<ValeurChangee, @Nullable String> side) {
            String score = side.apply(parts.getFirst());
            return score == null
                    ? CommandFrench.NONE
                    : score + " (" + side.apply(parts.get(1)) + ", " + side.apply(parts.get(2)) + ")";
        }
    }

    /** A comparison for machines: stable codes, amounts as plain numbers. */
    static Map<String, @Nullable Object> json(Diff diff) {
        Study<ReplayManifest> replay = diff.replay();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("replay", replay.id());
        fields.put("manifestHash", replay.questionHash());
        fields.put("baseRun", diff.base().id());
        fields.put("demonstration", diff.base().demonstration());
        fields.put("illustration", diff.isIllustration());
        fields.put("reason", replay.reason());
        fields.put("scope", replay.question().scope());
        fields.put("before", json(diff.before(), diff.base().asOf(), diff.base().resultHash()));
        fields.put("after", json(diff.after(), replay.question().asOf(), replay.answerHash()));
        fields.put("totalsBefore", diff.changes().before());
        fields.put("totalsAfter", diff.changes().after());
        fields.put("euros", diff.euros());
        fields.put("unchanged", diff.unchanged());
        fields.put("sameConclusion", diff.changes().same());
        fields.put("epcis", diff.epcis().stream().map(DiffDocument::json).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> json(
            Bareme bareme, @Nullable String asOf, @Nullable String resultHash) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("bareme", bareme.id());
        fields.put("baremeHash", bareme.sha256());
        fields.put("asOf", asOf);
        fields.put("resultHash", resultHash);
        return fields;
    }

    private static Map<String, Object> json(EpciDiff epci) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("epci", epci.epci());
        fields.put("name", epci.name());
        fields.put("changes", epci.things());
        fields.put("euros", epci.euros());
        fields.put("gaps", epci.gaps());
        fields.put(
                "decisions",
                epci.decisions().stream().map(DecisionsCommand::json).toList());
        return fields;
    }
}
