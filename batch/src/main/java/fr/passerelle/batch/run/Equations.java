package fr.passerelle.batch.run;

import fr.passerelle.published.result.Results;
import fr.passerelle.published.result.Results.Result;
import fr.passerelle.published.result.Results.ResultKind;
import fr.passerelle.published.result.ScoredPartitions;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.contract.ResultHash;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.fault.OutsideFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The equations between a log and its results, of one namespace, that hold for any run. Each gap is French and has both its numbers. */
@Component
public record Equations(ScoredPartitions scoredPartitions, Results results) {

    /** Where results of a run disagree with each other or with the partitions, each of which must have seen so many data records. */
    public List<String> gaps(long runNo, Map<Integer, Long> expected) {
        List<ScoredPartitions.Partition> partitions = scoredPartitions.partitions(runNo);
        List<String> gaps = new ArrayList<>();
        for (ScoredPartitions.Partition p : partitions) {
            String what = "partition " + p.partition() + " : données ";
            equal(gaps, what + "du journal", expected.getOrDefault(p.partition(), 0L), "annoncées", p.expected());
            equal(gaps, what + "annoncées", p.expected(), "vues", p.seen());
        }
        resultsAreThoseAnnounced(partitions, gaps);
        gaps.addAll(new Coherence(runNo).gaps(partitions));
        return gaps;
    }

    /**
     * The same of a run that is published, whose partitions answered for the journal of their time; and its hash. A result that cannot be
     * read any more is an UndecodableRecord.
     */
    public List<String> published(Run run) {
        List<ScoredPartitions.Partition> partitions = scoredPartitions.partitions(run.no());
        List<String> gaps = new ArrayList<>();
        resultsAreThoseAnnounced(partitions, gaps);
        Coherence coherence = new Coherence(run.no());
        String hash = coherence.whole.of(run.baremeHash(), Objects.requireNonNull(run.asOf()));
        if (!hash.equals(run.resultHash())) {
            gaps.add("empreinte des résultats enregistrés " + hash + ", publiée " + run.resultHash());
        }
        gaps.addAll(coherence.gaps(partitions));
        return gaps;
    }

    /** Refuses gaps with an OutsideFault that names every one, then what they keep from being done and what to do, in French. */
    public static void require(List<String> gaps, String then) {
        if (!gaps.isEmpty()) {
            throw new OutsideFault("Le rapprochement a trouvé " + gaps.size() + " écart(s) :\n  - "
                    + String.join("\n  - ", gaps) + "\n" + then);
        }
    }

    private static void resultsAreThoseAnnounced(List<ScoredPartitions.Partition> partitions, List<String> gaps) {
        for (ScoredPartitions.Partition p : partitions) {
            equal(gaps, "partition " + p.partition() + " : résultats émis", p.announced(), "enregistrés", p.rows());
        }
    }

    public static void equal(List<String> gaps, String what, long here, String other, long there) {
        if (here != there) {
            gaps.add(what + " " + here + ", " + other + " " + there);
        }
    }

    /** Whether the results of a run hold together: taken one by one, in the order of the hash, nothing of them is kept but what is compared. */
    private final class Coherence {

        private final ResultHash whole = new ResultHash();
        private final Map<Integer, ResultHash> hashes = new HashMap<>();
        private final Map<String, Integer> repeated = new LinkedHashMap<>();
        private final Seats seats = new Seats();
        private final List<String> euros = new ArrayList<>();
        private String last = "";

        Coherence(long runNo) {
            results.each(runNo, this::take);
        }

        private void take(Result result) {
            whole.add(result.type(), result.id(), result.payload());
            hashes.computeIfAbsent(result.partition(), p -> new ResultHash())
                    .add(result.type(), result.id(), result.payload());
            String key = result.type() + " " + result.id();
            if (key.equals(last)) {
                repeated.merge(key, 2, (times, second) -> times + 1);
            }
            last = key;
            switch (result.type()) {
                case CONVERSION -> seats.take(results.read(ResultKind.CONVERSION, result));
                case PLAN -> take(results.read(ResultKind.PLAN, result));
                case SCORE -> {}
            }
        }

        private void take(Plan plan) {
            seats.take(plan);
            BigDecimal lines = plan.getAid().stream()
                    .map(AidLine::getAid)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (plan.getAidTotal() != null && lines.compareTo(plan.getAidTotal()) != 0) {
                euros.add("EPCI " + plan.getEpci() + " : lignes d'aide " + lines + " €, total " + plan.getAidTotal()
                        + " €");
            }
        }

        /** Where they do not, in French, or are not those that the partitions announced. */
        List<String> gaps(List<ScoredPartitions.Partition> announced) {
            List<String> gaps = new ArrayList<>();
            for (ScoredPartitions.Partition p : announced) {
                String here =
                        hashes.getOrDefault(p.partition(), new ResultHash()).partial();
                if (!here.equals(p.partialHash())) {
                    gaps.add("partition " + p.partition() + " : empreinte des résultats enregistrés " + here
                            + ", annoncée " + p.partialHash());
                }
            }
            repeated.forEach(
                    (result, times) -> Equations.equal(gaps, result + " : résultats courants", times, "attendus", 1));
            gaps.addAll(seats.gaps());
            gaps.addAll(euros);
            return gaps;
        }
    }

    /**
     * At most one tiers lieu proposed an EPCI. A plan has one seat at most: so the rooms that conversions make a tiers lieu have to be the seat
     * of their EPCI's plan, none where that seat is a site, where there is none, and where the EPCI has to choose.
     */
    static final class Seats {

        private final Map<String, List<String>> converted = new TreeMap<>();
        private final Map<String, List<String>> planned = new TreeMap<>();
        private final List<String> seatsToChoose = new ArrayList<>();

        void take(Conversion conversion) {
            if (conversion.getKind() == ConversionKind.TIERS_LIEU) {
                add(converted, conversion.getEpci(), conversion.getRoomId());
            }
        }

        void take(Plan plan) {
            Siege seat = plan.getSiege();
            if (seat != null && seat.getKind() == SiegeKind.SALLE) {
                add(planned, plan.getEpci(), seat.getId());
            }
            if (seat != null && !plan.getExAequo().isEmpty()) {
                seatsToChoose.add("EPCI " + plan.getEpci() + " : un tiers lieu proposé, et des lieux à départager");
            }
        }

        /** The gaps, in French, by EPCI; none where all agree. */
        List<String> gaps() {
            TreeSet<String> all = new TreeSet<>(converted.keySet());
            all.addAll(planned.keySet());
            List<String> gaps = new ArrayList<>();
            for (String epci : all) {
                List<String> here = converted.getOrDefault(epci, List.of()).stream()
                        .sorted()
                        .toList();
                List<String> there = planned.getOrDefault(epci, List.of());
                if (!here.equals(there)) {
                    gaps.add("EPCI " + epci + " : salles proposées comme tiers lieu " + here + ", siège du plan "
                            + there);
                }
            }
            gaps.addAll(seatsToChoose);
            return gaps;
        }

        private static void add(Map<String, List<String>> seats, String epci, String room) {
            seats.computeIfAbsent(epci, e -> new ArrayList<>()).add(room);
        }
    }
}
