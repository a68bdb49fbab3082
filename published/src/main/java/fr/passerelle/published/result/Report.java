package fr.passerelle.published.result;

import fr.passerelle.published.run.Counts;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ResumeChangements;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a run read and what it proposes.
 *
 * @param reasons commonest first
 * @param controlGaps controls that do not come to what finer lines add up to, by their columns
 * @param otherActivities lines whose activity is not in the vocabulary
 * @param conversions how many of each kind
 * @param plans of the EPCIs, by name; of their rooms only the seat, and no explanation
 * @param changes from the run published before; null where this one is not published
 */
public record Report(
        Run run,
        Counts counts,
        List<RejectReason> reasons,
        long controlGaps,
        long otherActivities,
        Map<ConversionKind, Long> conversions,
        List<Plan> plans,
        @Nullable ResumeChangements changes) {

    /**
     * Rows refused for one reason in one column.
     *
     * @param message French, of the first such row
     */
    public record RejectReason(String reason, String message, long count) {}

    /** Proposals by kind: tiers lieux by their seat, a room or a site, and étapes. */
    public Map<ConversionKind, Long> proposals() {
        Map<ConversionKind, Long> kinds = new EnumMap<>(ConversionKind.class);
        kinds.put(ConversionKind.TIERS_LIEU, count(plan -> plan.getSiege() != null));
        kinds.put(ConversionKind.ETAPE_NOMADE, conversions.getOrDefault(ConversionKind.ETAPE_NOMADE, 0L));
        return kinds;
    }

    /** EPCIs that have to choose between places that nothing separates. */
    public long exAequo() {
        return count(plan -> !plan.getExAequo().isEmpty());
    }

    /** Aid by line over the region, euros; 0 where no cost is known. */
    public Map<AidLineName, BigDecimal> aid() {
        Map<AidLineName, BigDecimal> lines = new EnumMap<>(AidLineName.class);
        for (AidLineName name : AidLineName.values()) {
            lines.put(name, total(name));
        }
        return lines;
    }

    /** Aid in all, euros. */
    public BigDecimal aidTotal() {
        return aid().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** EPCIs of which no cost is known. */
    public long withoutCost() {
        return count(plan -> plan.getAidTotal() == null);
    }

    /** What the scheme could give at most to the EPCIs of which no cost is known, euros: never a budget. */
    public BigDecimal theoreticalCeiling() {
        return plans.stream()
                .filter(plan -> plan.getAidTotal() == null)
                .map(Plan::getTheoreticalCeiling)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long count(Predicate<Plan> condition) {
        return plans.stream().filter(condition).count();
    }

    private BigDecimal total(AidLineName name) {
        return plans.stream()
                .flatMap(plan -> plan.getAid().stream())
                .filter(line -> line.getLine() == name)
                .map(AidLine::getAid)
                .filter(Objects::nonNull)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
