package fr.passerelle.cli.people;

import fr.passerelle.batch.decision.DecisionBook;
import fr.passerelle.cli.command.Arguments.AccountOption;
import fr.passerelle.cli.command.Arguments.Day;
import fr.passerelle.cli.command.Arguments.Siren;
import fr.passerelle.cli.command.Arguments.VocabularyWord;
import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.OperatorCommand;
import fr.passerelle.cli.command.OperatorCommand.ObjectCommand;
import fr.passerelle.published.decision.KnownDecisions;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.place.PlaceTable.PlaceNames;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.Codes.DecisionWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The decisions that are recorded. */
@Command(
        name = "decisions",
        description =
                "Les décisions enregistrées, de toutes les intercommunalités ou d'une seule : nature, acte, siège,"
                        + " aide.")
public final class DecisionsCommand extends OperatorCommand {

    @Parameters(arity = "0..1", paramLabel = "EPCI", converter = Siren.class, description = "Son SIREN, neuf chiffres.")
    private @Nullable String epci;

    @Option(names = "--json", description = "Un tableau JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<KnownDecision> asked = context.read(KnownDecisions.class).all().stream()
                .filter(known -> epci == null || known.decision().getEpci().equals(epci))
                .toList();
        answer(
                json,
                () -> asked.stream().map(DecisionsCommand::json).toList(),
                () -> lines(asked, context.currentNames()));
        return DONE;
    }

    /** A decision for machines. */
    public static Map<String, @Nullable Object> json(KnownDecision known) {
        DecisionRecorded decision = known.decision();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("no", known.no());
        fields.put("subject", decision.getSubject());
        fields.put("epci", decision.getEpci());
        fields.put("kind", decision.getKind().name());
        fields.put("organ", decision.getOrgan());
        fields.put("act", decision.getAct());
        fields.put("decidedOn", decision.getDecidedOn().toString());
        fields.put("motive", decision.getMotive());
        fields.put("role", decision.getRole());
        fields.put("account", decision.getAccount());
        fields.put("seat", decision.getSeat());
        fields.put(
                "aid",
                decision.getAid().stream()
                        .map(aid -> new Aid(aid.getLine(), aid.getAid()))
                        .toList());
        fields.put("conversion", decision.getConversion());
        fields.put("notifiedEpci", decision.getNotifiedEpci());
        fields.put("journalled", known.journalled());
        return fields;
    }

    private record Aid(String line, BigDecimal euros) {}

    /** Records what was notified about an EPCI or a room, or what was answered. */
    @Command(
            name = "decide",
            description = "Enregistre ce qui a été notifié à une intercommunalité (le siège et l'aide de son plan en"
                    + " vigueur) ou au sujet d'une salle (ce qu'elle devient), ou ce qui a été répondu. Ce qui est"
                    + " notifié reste : les exécutions suivantes montrent l'écart. Une décision à la fois.")
    public static final class DecideCommand extends ObjectCommand {

        @Parameters(
                index = "0",
                paramLabel = "SALLE|EPCI",
                converter = SubjectId.class,
                description = "L'identifiant d'une salle, ou le SIREN d'une intercommunalité (neuf chiffres).")
        private String about;

        @Parameters(
                index = "1",
                paramLabel = "NATURE",
                converter = Nature.class,
                completionCandidates = Nature.class,
                description = "notified (notifiée), accepted (acceptée), refused (refusée) ou observations.")
        private DecisionKind nature;

        @Option(names = "--act", required = true, paramLabel = "NUMERO", description = "Le numéro de l'acte.")
        private String act;

        @Option(
                names = "--date",
                required = true,
                paramLabel = "AAAA-MM-JJ",
                converter = Day.class,
                description = "La date de l'acte.")
        private LocalDate decidedOn;

        @Option(
                names = "--why",
                required = true,
                paramLabel = "MOTIF",
                description = "Pourquoi, sans nom de personne : le motif est inscrit au journal.")
        private String motive;

        @Option(
                names = "--organ",
                paramLabel = "ORGANE",
                description =
                        "Qui a décidé, jamais une personne ; sinon « Commission permanente » pour ce qui est notifié,"
                                + " « Conseil communautaire » pour une réponse.")
        private @Nullable String organ;

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                defaultValue = "instruction",
                description = "Rôle de qui l'enregistre ; sinon ${DEFAULT-VALUE}.")
        private String role;

        @Mixin
        private final AccountOption by = new AccountOption();

        @Override
        public Integer call() {
            DecisionRecorded.Builder asked = DecisionBook.draft(DecisionRecorded.newBuilder()
                    .setKind(nature)
                    .setOrgan(Objects.requireNonNullElse(
                            organ, nature == DecisionKind.NOTIFIED ? "Commission permanente" : "Conseil communautaire"))
                    .setAct(act)
                    .setDecidedOn(decidedOn)
                    .setMotive(motive)
                    .setRole(role)
                    .setAccount(by.account()));
            DecisionBook.Receipt receipt =
                    context.partOnDatabase(DecisionBook.class).record(about, asked);
            return answer(() -> json(receipt.known()), () -> receipt(receipt));
        }
    }

    private static final class Nature extends VocabularyWord<DecisionKind> {

        Nature() {
            super(
                    "pas une nature de décision",
                    List.of(DecisionKind.values()),
                    kind -> kind.name().toLowerCase(Locale.ROOT),
                    "notified (notifiée), accepted (acceptée), refused (refusée) ou observations");
        }
    }

    /** The identifier of one room or of one EPCI: a decision is taken on each, never in bulk. */
    private static final class SubjectId implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            if (value.isBlank() || value.matches(".*[*?%,;\\s].*")) {
                throw new TypeConversionException("« " + value
                        + " » ne désigne pas une seule salle ou une seule intercommunalité : une décision à la fois.");
            }
            return value;
        }
    }

    static List<String> receipt(DecisionBook.Receipt receipt) {
        DecisionRecorded decision = receipt.known().decision();
        List<String> lines = new ArrayList<>();
        lines.add("Décision n° " + receipt.known().no() + " enregistrée pour "
                + receipt.name() + " (" + decision.getSubject().replaceFirst("^[^:]*:", "") + ") : "
                + DecisionWords.nature(decision.getKind())
                + ", acte " + act(decision) + ".");
        if (receipt.plan().getDemonstration()) {
            lines.add("RECONSTITUTION : exercice sur données reconstituées, ne vaut pas décision.");
        }
        if (receipt.plan().getBaremeIllustration()) {
            lines.add("ILLUSTRATION : le barème de ce plan n'a pas été voté, il ne vaut pas proposition.");
        }
        if (decision.getKind() == DecisionKind.NOTIFIED) {
            lines.addAll(
                    decision.getConversion() == null
                            ? notified(decision, receipt.plan().getSiege())
                            : List.of(line("devenir", Codes.outcome(decision.getConversion()))));
        }
        lines.add("La prochaine exécution l'inscrit au journal (« ./passerelle nightly … »).");
        return lines;
    }

    /** All of them, each with the names of what it is about. */
    static List<String> lines(List<KnownDecision> known, PlaceNames names) {
        if (known.isEmpty()) {
            return List.of("Aucune décision n'est enregistrée.");
        }
        return known.stream()
                .flatMap(one -> Stream.of(
                        "Décision n° " + one.no() + " : "
                                + DecisionWords.nature(one.decision().getKind()) + ", " + about(one.decision(), names),
                        line("acte", act(one.decision())),
                        line("siège, devenir", notified(one.decision(), names)),
                        line("aide", aid(one.decision())),
                        line("au journal", one.journalled() ? "oui" : "à la prochaine exécution")))
                .toList();
    }

    private static String line(String title, String value) {
        return "  %-15s %s".formatted(title, value);
    }

    /** What came with the communes of another says whose it was. */
    private static String about(DecisionRecorded decision, PlaceNames names) {
        String epci = names.epci(decision.getEpci());
        String from = decision.getNotifiedEpci() == null ? "" : ", de " + names.epci(decision.getNotifiedEpci());
        return decision.getSubject().startsWith("room:")
                ? names.subject(decision.getSubject()) + ", " + epci + from
                : epci + from;
    }

    private static String act(DecisionRecorded decision) {
        return decision.getAct() + " du " + CommandFrench.day(decision.getDecidedOn()) + ", " + decision.getOrgan();
    }

    private static String aid(DecisionRecorded decision) {
        return decision.getAid().isEmpty() ? CommandFrench.NONE : CommandFrench.euros(total(decision));
    }

    private static List<String> notified(DecisionRecorded decision, @Nullable Siege seat) {
        List<String> lines = new ArrayList<>();
        lines.add(line("siège", seat == null ? "aucun" : seat.getName() + " (" + seat.getId() + ")"));
        decision.getAid()
                .forEach(aid -> lines.add(line(
                        CommandFrench.name(AidLineName.valueOf(aid.getLine())), CommandFrench.euros(aid.getAid()))));
        lines.add(line(
                "aide en tout",
                decision.getAid().isEmpty() ? "aucun montant connu" : CommandFrench.euros(total(decision))));
        return lines;
    }

    private static String notified(DecisionRecorded decision, PlaceNames names) {
        if (decision.getConversion() != null) {
            return Codes.outcome(decision.getConversion());
        }
        return decision.getSeat() == null ? CommandFrench.NONE : names.subject(decision.getSeat());
    }

    private static BigDecimal total(DecisionRecorded decision) {
        return decision.getAid().stream().map(AideNotifiee::getAid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
