package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan de financement prévisionnel of one EPCI, beside what was notified to it.
 *
 * @param seat proposed; null where none is
 */
record Funding(
        List<AidLine> lines, @Nullable Siege seat, SchemeCeiling ceiling, RunningBudget budget, YearFour yearFour) {

    static Funding of(Reglement reglement, EpciDescribed epci, @Nullable Siege seat) {
        boolean proposed = seat != null;
        Financing financing = new Financing(reglement, epci.getEpci(), epci.getIntercommunalite());
        List<AidLine> lines = financing.lines(proposed);
        return new Funding(lines, seat, financing.ceiling(), financing.budget(lines), financing.yearFour(proposed));
    }

    /** Writes it in a plan. */
    Plan.Builder in(Plan.Builder plan) {
        return plan.setAid(lines)
                .setAidTotal(aid())
                .setLeftTotal(total(AidLine::getLeft))
                .setTheoreticalCeiling(ceiling.euros())
                .setBudget(budget.years())
                .setYear4Cost(yearFour.cost());
    }

    /** What was decided, held against it. */
    DecisionFindings against(String siren, List<DecisionRecorded> decisions) {
        String subject = seat == null ? null : subject(seat);
        return DecisionFindings.of(siren, decisions, new ProposedAid(subject, lines, aid()));
    }

    List<RegleEssayee> steps() {
        return List.of(ceiling.step(), budget.step(), yearFour.step());
    }

    private @Nullable BigDecimal aid() {
        return total(AidLine::getAid);
    }

    private @Nullable BigDecimal total(Function<AidLine, @Nullable BigDecimal> amount) {
        boolean known = lines.stream().anyMatch(line -> line.getCost() != null);
        return known
                ? Cents.sum(
                        lines.stream().map(amount).flatMap(Stream::ofNullable).toList())
                : null;
    }

    private static String subject(Siege siege) {
        return switch (siege.getKind()) {
            case SALLE -> Steps.room(siege.getId());
            case SITE -> Steps.site(siege.getId());
        };
    }
}
