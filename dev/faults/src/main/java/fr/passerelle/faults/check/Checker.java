package fr.passerelle.faults.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.passerelle.faults.check.History.LogRecord;
import fr.passerelle.faults.check.History.Reject;
import fr.passerelle.faults.check.History.ResultRecord;
import fr.passerelle.faults.check.History.Run;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The promises I1 to I10 held against a history: a pure function. */
public final class Checker {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NO_CELL = Pattern.compile("|null|\\{}");

    private Checker() {}

    /** What DESIGN 8 promises. */
    public enum Promise {
        I1(
                "chaque ligne connue est dans un seul mois, et chaque enregistrement une seule fois sur le topic",
                Checker::onceOnTheTopic,
                Checker::onceInAMonth),
        I2("rien d'annulé n'est vu", Checker::recordsUndone, Checker::resultsUndone),
        I3("l'ordre tient par sujet", Checker::holes, Checker::backwards),
        I4("une conversion courante par salle, un tiers lieu au plus par EPCI", Checker::oneProposal),
        I5(
                "les comptes et les euros tombent juste",
                Checker::files,
                Checker::rejects,
                Checker::partitions,
                Checker::rows,
                Checker::euros),
        I6("recalculer donne les mêmes octets", Checker::sameBytes),
        I7("chaque rejet garde fichier, ligne, cellules et raison", Checker::keptRejects),
        I8("l'exécution se termine avec la même empreinte", Checker::finishedRuns),
        I9("aucune personne nulle part", Checker::nobody),
        I10("le retard revient à zéro", Checker::nothingLeftToRead);

        private final String french;
        private final List<Function<History, Stream<String>>> checks;

        @SafeVarargs
        Promise(String french, Function<History, Stream<String>>... checks) {
            this.french = french;
            this.checks = List.of(checks);
        }

        private Stream<Violation> violations(History history) {
            return checks.stream().flatMap(check -> check.apply(history)).map(detail -> new Violation(this, detail));
        }
    }

    /** One promise that a history breaks: where, with the numbers, in French; never what a row says. */
    public record Violation(Promise promise, String detail) {

        @Override
        public String toString() {
            return promise + " (" + promise.french + ") : " + detail;
        }
    }

    /** The violations, by promise; none when all hold. */
    public static List<Violation> violations(History history) {
        return Stream.of(Promise.values())
                .flatMap(promise -> promise.violations(history))
                .toList();
    }

    /** Each row of the journal stands on the topic once, in its partition. */
    private static Stream<String> onceOnTheTopic(History history) {
        Map<String, Long> times = history.topic().stream().collect(groupingBy(Checker::placed, counting()));
        return history.journal().stream()
                .filter(row -> times.getOrDefault(placed(row), 0L) != 1)
                .map(row -> "rang " + row.seq() + " (" + row.type() + ", partition " + row.partition() + ") : "
                        + times.getOrDefault(placed(row), 0L) + " fois sur le topic");
    }

    private static String placed(LogRecord record) {
        return record.partition() + " " + record.eventId();
    }

    /** The lines that hold are those of the latest record of their month, no more and no less. */
    private static Stream<String> onceInAMonth(History history) {
        Map<String, Long> holding = history.holding();
        Map<String, Long> told = history.told();
        return differing(holding, told, 0L)
                .map(month -> month + " : " + holding.getOrDefault(month, 0L) + " lignes connues, "
                        + told.getOrDefault(month, 0L) + " sur le topic");
    }

    /** What the two do not say alike, in order; what one does not say is none. */
    private static <T> Stream<String> differing(Map<String, T> here, Map<String, T> there, T none) {
        return Stream.concat(here.keySet().stream(), there.keySet().stream())
                .distinct()
                .sorted()
                .filter(key -> !here.getOrDefault(key, none).equals(there.getOrDefault(key, none)));
    }

    /** A committed reader sees no record whose row was rolled back. */
    private static Stream<String> recordsUndone(History history) {
        Set<String> written = history.journal().stream().map(LogRecord::eventId).collect(toSet());
        return history.topic().stream()
                .filter(record -> !written.contains(record.eventId()))
                .map(record -> "le topic a un enregistrement que le journal n'a pas : rang " + record.seq() + " ("
                        + record.type() + ", partition " + record.partition() + ")");
    }

    /** Nor the read model a result whose transaction was aborted. */
    private static Stream<String> resultsUndone(History history) {
        Map<String, ResultRecord> last =
                history.emitted().stream().collect(toMap(ResultRecord::key, each -> each, (before, after) -> after));
        return history.readModel().stream()
                .filter(row -> !row.equals(last.get(row.key())))
                .map(row -> "le modèle de lecture dit autre chose que son topic : " + row.key());
    }

    /** A subject's records stand without hole in the journal. */
    private static Stream<String> holes(History history) {
        Map<String, Long> last = new HashMap<>();
        return history.journal().stream().flatMap(row -> {
            long before = Objects.requireNonNullElse(last.put(row.subject(), row.subjectSeq()), 0L);
            return row.isData() && row.subjectSeq() != before + 1
                    ? Stream.of("journal, " + row.subject() + " : " + row.subjectSeq() + " après " + before)
                    : Stream.empty();
        });
    }

    /** And in the order of the journal on the topic. */
    private static Stream<String> backwards(History history) {
        Map<String, Long> last = new HashMap<>();
        return history.topic().stream().flatMap(record -> {
            String place = "partition " + record.partition() + ", " + record.subject();
            long before = Objects.requireNonNullElse(last.put(place, record.seq()), 0L);
            return record.seq() < before
                    ? Stream.of("topic, " + place + " : rang " + record.seq() + " après " + before)
                    : Stream.empty();
        });
    }

    /** A room has one current conversion, an EPCI at most one tiers lieu proposed. */
    private static Stream<String> oneProposal(History history) {
        Stream<Conversion> proposed =
                history.conversions().stream().filter(each -> each.getKind() == ConversionKind.TIERS_LIEU);
        return Stream.concat(
                several(history.conversions().stream(), Conversion::getRoomId, "conversions courantes, salle "),
                several(proposed, Conversion::getEpci, "tiers lieux proposés, EPCI "));
    }

    private static Stream<String> several(Stream<Conversion> some, Function<Conversion, String> by, String what) {
        return some.collect(groupingBy(by, TreeMap::new, counting())).entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(count -> count.getValue() + " " + what + count.getKey());
    }

    /** Rows read are explained, and below: rejects counted are kept, partitions have seen what the journal has, results announced are there, euros add up. */
    private static Stream<String> files(History history) {
        return history.files().stream()
                .filter(file -> file.read() != file.told())
                .map(file -> file.file() + " : lignes lues " + file.read() + ", expliquées " + file.told());
    }

    private static Stream<String> rejects(History history) {
        Map<String, Long> kept = history.rejects().stream()
                .collect(groupingBy(reject -> reject.runNo() + " " + reject.file(), counting()));
        return history.files().stream().flatMap(file -> {
            long there = kept.getOrDefault(file.runNo() + " " + file.file(), 0L);
            return file.rejected() == there
                    ? Stream.empty()
                    : Stream.of(file.file() + " : rejets comptés " + file.rejected() + ", gardés " + there);
        });
    }

    private static Stream<String> partitions(History history) {
        return history.scored().stream()
                .filter(partition -> !partition.complete() || partition.expected() != partition.seen())
                .map(partition -> place(partition.runNo(), partition.partition()) + " : données annoncées "
                        + partition.expected() + ", vues " + partition.seen());
    }

    private static Stream<String> rows(History history) {
        Map<String, Long> stored = history.readModel().stream()
                .collect(groupingBy(row -> place(row.runNo(), row.partition()), counting()));
        return history.scored().stream().flatMap(partition -> {
            String place = place(partition.runNo(), partition.partition());
            long there = stored.getOrDefault(place, 0L);
            return partition.announced() == there
                    ? Stream.empty()
                    : Stream.of(place + " : résultats émis " + partition.announced() + ", enregistrés " + there);
        });
    }

    private static String place(long run, int partition) {
        return "exécution " + run + ", partition " + partition;
    }

    private static Stream<String> euros(History history) {
        return history.plans().stream().flatMap(plan -> {
            BigDecimal sum = plan.getAid().stream()
                    .flatMap(line -> Stream.ofNullable(line.getAid()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Stream.ofNullable(plan.getAidTotal())
                    .filter(total -> sum.compareTo(total) != 0)
                    .map(total -> "EPCI " + plan.getEpci() + " : lignes d'aide " + sum + " €, total " + total + " €");
        });
    }

    /** What holds is byte for byte what it is when nothing disturbs. */
    private static Stream<String> sameBytes(History history) {
        Map<String, String> here = history.current();
        Map<String, String> there = history.reference().current();
        return differing(here, there, "")
                .map(id ->
                        id + " : " + here.getOrDefault(id, "rien") + ", sans faute " + there.getOrDefault(id, "rien"));
    }

    /** A reject keeps the hash of its file, its line, its cells and the reason. */
    private static Stream<String> keptRejects(History history) {
        return history.rejects().stream()
                .filter(reject -> !complete(reject))
                .map(reject -> "exécution " + reject.runNo() + ", " + reject.file() + ", ligne " + reject.line()
                        + " : il y manque quelque chose");
    }

    private static boolean complete(Reject reject) {
        return SHA_256.matcher(reject.sha256()).matches()
                && reject.line() > 0
                && !reject.reason().isBlank()
                && !NO_CELL.matcher(reject.cells()).matches();
    }

    /** No run stands open, and the last that was published has the hash that it has when nothing disturbs. */
    private static Stream<String> finishedRuns(History history) {
        String hash = history.runs().stream()
                .filter(run -> run.state().equals("PUBLISHED"))
                .reduce((before, after) -> after)
                .map(Run::hash)
                .orElse("aucune");
        String expected = history.reference().hash();
        return Stream.concat(
                history.runs().stream()
                        .filter(run -> run.state().equals("OPEN") || run.state().equals("FAILED"))
                        .map(run -> "l'exécution " + run.no() + " est restée " + run.state()),
                Stream.of("empreinte " + hash + ", attendue " + expected).filter(text -> !hash.equals(expected)));
    }

    /** Nothing of the canary is anywhere; the harmless word that was planted beside is found, so the search is not blind. */
    private static Stream<String> nobody(History history) {
        return history.texts().values().stream().anyMatch(Canary::harmlessIn)
                ? history.texts().entrySet().stream()
                        .filter(place -> !Canary.tracesIn(place.getValue()).isEmpty())
                        .map(place -> "une personne figure dans " + place.getKey())
                : Stream.of("la recherche ne trouve pas même le témoin : elle ne prouve rien");
    }

    /** Each group has read all there is. */
    private static Stream<String> nothingLeftToRead(History history) {
        return history.lags().entrySet().stream()
                .filter(lag -> lag.getValue() != 0)
                .map(lag -> "le groupe " + lag.getKey() + " a encore " + lag.getValue() + " à lire");
    }
}
