package fr.passerelle.console.programme;

import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.Operation.Lane;
import fr.passerelle.console.operation.OperationRunner;
import fr.passerelle.console.operation.OperationRunner.OperatorProgram;
import fr.passerelle.console.operation.StartedOperation;
import fr.passerelle.console.operation.StartedOperation.OperationOutcome;
import fr.passerelle.envelope.scenario.CreditLines;
import fr.passerelle.envelope.scenario.CreditLines.CreditLine;
import fr.passerelle.envelope.scenario.CreditLines.CreditLine.Nature;
import fr.passerelle.schemas.contract.RecordJson.RecordParser;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Valeur;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Trials of other credits: the operators' program beside the console, one at a time, in a folder that only who runs the console may read. The
 * folder goes with the end; the answer is kept until the next trial.
 */
@Component
class LeverTrial {

    /** One that nobody looks at any more ends, too. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How a line ends that says how far the program is. */
    private static final String ON_THE_WAY = "…";

    private static final String CREDITS = "credits.csv";
    private static final String ANSWER = "reponse.json";

    private final OperatorProgram program;
    private final OperationRunner runner;

    @Nullable
    private Started last;

    LeverTrial(OperatorProgram program, OperationRunner runner) {
        this.program = program;
        this.runner = runner;
    }

    /**
     * One that was started, the run that the trial before it started from, null for the first; its answer fails with {@link OperationRefused}
     * where there is none.
     */
    record Started(
            int no,
            String run,
            @Nullable String before,
            Map<String, String> typed,
            StartedOperation operation,
            CompletableFuture<Enveloppe> answer) {

        /** How far it is, in the program's own words; empty before it says. */
        public String stage() {
            return operation.lines().stream()
                    .filter(line -> line.endsWith(ON_THE_WAY))
                    .reduce("", (before, line) -> line);
        }
    }

    boolean isPossible() {
        return program.isThere();
    }

    /** The last one since the console started; null where there was none. */
    synchronized @Nullable Started last() {
        return last;
    }

    Optional<Started> find(String no) {
        return Optional.ofNullable(last())
                .filter(one -> String.valueOf(one.no()).equals(no));
    }

    /** Asks what these credits would fund; refused where a field is wrong, another trial runs, or the program does not start. */
    synchronized Started start(LeverForm levers, String scenario, String run, String accountId) {
        String credits = levers.credits().text();
        if (last != null && last.operation().runs()) {
            throw new OperationRefused("programmation.refus.occupe");
        }
        try {
            Path folder = Files.createTempDirectory("passerelle-essai-");
            Files.writeString(folder.resolve(CREDITS), credits);
            last = started(levers, run, operation(folder, levers, scenario, run), accountId, folder);
            return last;
        } catch (IOException e) {
            throw new OperationRefused("operation.refus.programme");
        }
    }

    private static Operation operation(Path folder, LeverForm levers, String scenario, String run) {
        String credits = "--credits=" + folder.resolve(CREDITS);
        String value = "--valeur=" + levers.valeur();
        return new Operation(
                Action.TRIAL, scenario, List.of("enveloppe", "essai", credits, value, "--as-of=" + run, "--json"));
    }

    private Started started(LeverForm levers, String run, Operation operation, String accountId, Path folder) {
        StartedOperation started;
        try {
            started = runner.start(operation, accountId, null, folder.resolve(ANSWER));
        } catch (OperationRefused refused) {
            remove(folder);
            throw refused;
        }
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .execute(started::stop);
        return new Started(
                last == null ? 1 : last.no() + 1,
                run,
                last == null ? null : last.run(),
                levers.typed(),
                started,
                started.end().thenApply(over -> read(over, folder)).whenComplete((read, none) -> remove(folder)));
    }

    void stop(String no, String accountId) {
        find(no).filter(one -> one.operation().runs()).ifPresent(one -> runner.stop(Lane.TRIALS, accountId, null));
    }

    private static Enveloppe read(StartedOperation over, Path folder) {
        OperationOutcome outcome = over.outcome();
        if (outcome == OperationOutcome.INTERRUPTED) {
            throw new OperationRefused("programmation.essai.arrete");
        }
        if (outcome != OperationOutcome.DONE) {
            throw refused(over);
        }
        try {
            return RecordParser.parse(Files.readString(folder.resolve(ANSWER)), Enveloppe.class);
        } catch (IOException | UndecodableRecord e) {
            throw new OperationRefused("operation.refus.programme");
        }
    }

    /** In its own words; a full disk takes them away, too. */
    private static OperationRefused refused(StartedOperation over) {
        String why = over.lines().stream()
                .filter(line -> !line.endsWith(ON_THE_WAY))
                .collect(Collectors.joining("\n"))
                .strip();
        return why.isEmpty()
                ? new OperationRefused("operation.refus.muet", over.exitCode())
                : new OperationRefused("operation.refus.dit", why);
    }

    private static void remove(Path folder) {
        try {
            for (Path each : List.of(folder.resolve(CREDITS), folder.resolve(ANSWER), folder)) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Credits by year and line, a share of them all, the value, the equity; what nobody filled is as in the scenario. */
    record LeverForm(CreditLines kept, Valeur keptValeur, List<String> departements, Map<String, String> typed) {

        private static final String SHARE = "part";
        private static final String HIGH_NEED = "besoin";
        private static final int HUNDRED = 100;
        private static final Pattern SIGNS = Pattern.compile("[\\s\\u00a0\\u202f€%]");
        private static final Pattern AMOUNT = Pattern.compile("\\d{1,10}([.,]\\d{1,2})?");
        private static final Pattern SMALL = Pattern.compile("\\d{1,3}");

        /** The form of a scenario with what was typed into it. */
        static LeverForm of(CreditLines kept, Enveloppe envelope, Map<String, String> typed) {
            SortedSet<String> departements = new TreeSet<>();
            envelope.getChoix().forEach(choice -> departements.add(choice.getDepartement()));
            kept.lines().stream()
                    .map(CreditLine::departement)
                    .filter(Objects::nonNull)
                    .forEach(departements::add);
            departements.remove("");
            return new LeverForm(kept, envelope.getValeur(), List.copyOf(departements), typed);
        }

        /** The credits of each year. */
        public SortedMap<Integer, List<CreditLine>> years() {
            return kept.lines().stream()
                    .filter(line -> line.nature() == Nature.CREDIT)
                    .collect(Collectors.groupingBy(
                            line -> Objects.requireNonNull(line.annee()), TreeMap::new, Collectors.toList()));
        }

        public String field(CreditLine line) {
            return line.annee() + "-" + line.ligne();
        }

        /** What the field of an amount shows. */
        public String amount(CreditLine line) {
            return shown(field(line), Objects.requireNonNull(line.montant()).toPlainString());
        }

        public String field(String departement) {
            return "ouvertures-" + departement;
        }

        /** What the field of a département shows. */
        public String floor(String departement) {
            return shown(field(departement), minimum(Nature.OUVERTURES_MINIMUM, departement));
        }

        public String share() {
            return shown(SHARE, String.valueOf(HUNDRED));
        }

        public String highNeed() {
            return shown(HIGH_NEED, minimum(Nature.PART_BESOIN_ELEVE, null));
        }

        private String shown(String field, String otherwise) {
            return typed.getOrDefault(field, otherwise.replace('.', ','));
        }

        private String minimum(Nature nature, @Nullable String departement) {
            return kept.lines().stream()
                    .filter(line -> line.nature() == nature && Objects.equals(line.departement(), departement))
                    .map(line -> String.valueOf(line.minimum()))
                    .findFirst()
                    .orElse("0");
        }

        /** The value function that is chosen; that of the scenario where none is. */
        public Valeur valeur() {
            return Arrays.stream(Valeur.values())
                    .filter(valeur -> valeur.name().equals(typed.get("valeur")))
                    .findFirst()
                    .orElse(keptValeur);
        }

        /** The credits that it asks for; refused where a field holds no amount, no number of openings or no percentage. */
        CreditLines credits() {
            int share = small(share(), "part");
            Map<String, BigDecimal> votes = years().values().stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(this::field, line -> part(amount(line), share)));
            int highNeed = small(highNeed(), "besoin");
            if (highNeed > HUNDRED) {
                throw new OperationRefused("programmation.refus.besoin", highNeed());
            }
            return new CreditLines(Stream.of(
                            kept.lines().stream()
                                    .filter(line -> line.montant() != null)
                                    .map(line -> with(line, votes.getOrDefault(field(line), BigDecimal.ZERO))),
                            departements.stream()
                                    .map(code ->
                                            row(Nature.OUVERTURES_MINIMUM, code, small(floor(code), "ouvertures"))),
                            Stream.of(row(Nature.PART_BESOIN_ELEVE, null, highNeed)))
                    .flatMap(lines -> lines)
                    .filter(line -> line.montant() != null || Objects.requireNonNull(line.minimum()) > 0)
                    .toList());
        }

        /** What is promised elsewhere goes with the votes that a share lowers: nobody may promise more. */
        private static CreditLine with(CreditLine line, BigDecimal vote) {
            BigDecimal amount = line.nature() == Nature.CREDIT
                    ? vote
                    : Objects.requireNonNull(line.montant()).min(vote);
            return new CreditLine(line.nature(), line.annee(), line.ligne(), amount, line.report(), null, null);
        }

        private static BigDecimal part(String typed, int share) {
            String bare = bare(typed);
            if (!AMOUNT.matcher(bare).matches()) {
                throw new OperationRefused("programmation.refus.montant", typed);
            }
            return new BigDecimal(bare.replace(',', '.'))
                    .multiply(BigDecimal.valueOf(share))
                    .divide(BigDecimal.valueOf(HUNDRED), 2, RoundingMode.HALF_UP);
        }

        private static CreditLine row(Nature nature, @Nullable String departement, int minimum) {
            return new CreditLine(nature, null, null, null, false, departement, minimum);
        }

        private static int small(String typed, String field) {
            if (!SMALL.matcher(bare(typed)).matches()) {
                throw new OperationRefused("programmation.refus." + field, typed);
            }
            return Integer.parseInt(bare(typed));
        }

        private static String bare(String typed) {
            return SIGNS.matcher(typed).replaceAll("");
        }
    }
}
