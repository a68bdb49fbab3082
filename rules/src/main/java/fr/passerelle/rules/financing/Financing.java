package fr.passerelle.rules.financing;

import fr.passerelle.rules.financing.Line.AidRule;
import fr.passerelle.rules.financing.Line.Gate;
import fr.passerelle.rules.financing.Line.InvestmentAid;
import fr.passerelle.rules.financing.Line.RatedAid;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.bareme.Reglement.Annees;
import fr.passerelle.schemas.bareme.Reglement.Assiette;
import fr.passerelle.schemas.bareme.Reglement.Taux;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The region's aid to one EPCI under a règlement d'intervention (RULES 5), euros to the cent. Amounts are before or after VAT, as the
 * règlement says: the arithmetic is the same and nothing is converted.
 */
public final class Financing {

    private final Reglement reglement;
    private final EpciProject epciProject;
    private final String on;
    private final Lines lines;

    /**
     * Aids an EPCI.
     *
     * @param epci its SIREN
     * @param line what it told; null where it told nothing
     */
    public Financing(Reglement reglement, String epci, @Nullable Intercommunalite line) {
        this.reglement = reglement;
        this.epciProject = new EpciProject(line);
        this.on = Steps.epci(epci);
        this.lines = new Lines(on, reglement, epciProject);
    }

    /**
     * The five lines, in order. The study is aided whatever is proposed, unless it is refused. Investment and running come with a tiers lieu
     * that is proposed: an EPCI that has one already gets neither.
     */
    public List<AidLine> lines(boolean tiersLieuProposed) {
        Gates gates = new Gates(reglement, epciProject);
        return Arrays.stream(AidLineName.values())
                .map(name -> lines.line(name).through(gates.of(name, tiersLieuProposed)))
                .toList();
    }

    /**
     * What is paid on a line: the aid to the actual cost, never above what was notified.
     *
     * @param actualCost euros, from 0
     * @param notified aid that was notified, euros, from 0
     */
    public BigDecimal paid(AidLineName line, BigDecimal actualCost, BigDecimal notified) {
        return lines.line(line).paid(Cents.of(actualCost), notified);
    }

    /** The most that the scheme can give an EPCI, euros: totalled apart, never a budget. */
    SchemeCeiling ceiling() {
        return SchemeCeiling.of(on, lines);
    }

    /** Running by calendar year, from the aid of its three years. */
    RunningBudget budget(List<AidLine> aids) {
        return RunningBudget.of(on, epciProject.opening(), aids, reglement.annees());
    }

    /** Cost of running in year 4. */
    YearFour yearFour(boolean tiersLieuProposed) {
        return YearFour.of(on, tiersLieuProposed, epciProject.amount(Intercommunalite::getCostAnimation4));
    }

    /**
     * The five lines: which cost, told by the EPCI, meets which rate of the règlement.
     *
     * @param on subject of the EPCI
     */
    record Lines(String on, Reglement reglement, EpciProject told) {

        Line line(AidLineName name) {
            return switch (name) {
                case ETUDE -> etude(told.amount(Intercommunalite::getCostEtude));
                case INVESTISSEMENT -> investissement(told.amount(Intercommunalite::getCostInvestissement));
                case FONCTIONNEMENT_1 -> fonctionnement(name, 0, told.amount(Intercommunalite::getCostAnimation1));
                case FONCTIONNEMENT_2 -> fonctionnement(name, 1, told.amount(Intercommunalite::getCostAnimation2));
                case FONCTIONNEMENT_3 -> fonctionnement(name, 2, told.amount(Intercommunalite::getCostAnimation3));
            };
        }

        private Line etude(@Nullable BigDecimal cost) {
            return rated(AidLineName.ETUDE, reglement.etude(), cost, OtherFunding.nothing());
        }

        private Line investissement(@Nullable BigDecimal cost) {
            Assiette base = reglement.investissement();
            BigDecimal otherAid = told.amount(Intercommunalite::getOtherPublicAid);
            return new Line(
                    on,
                    AidLineName.INVESTISSEMENT,
                    base.rate(),
                    base.base(),
                    new InvestmentAid(reglement, otherAid),
                    cost,
                    OtherFunding.otherAid(otherAid));
        }

        private Line fonctionnement(AidLineName name, int year, @Nullable BigDecimal cost) {
            OtherFunding receipts =
                    OtherFunding.receipts(reglement.recettesDeduites(), told.amount(Intercommunalite::getReceipts));
            return rated(name, reglement.fonctionnement().get(year), cost, receipts);
        }

        private Line rated(AidLineName name, Taux taux, @Nullable BigDecimal cost, OtherFunding coverage) {
            AidRule rule = new RatedAid(taux, reglement.plafondPorteSur());
            return new Line(on, name, taux.rate(), taux.ceiling(), rule, cost, coverage);
        }
    }

    /** What an EPCI told of its project, perhaps nothing. */
    record EpciProject(@Nullable Intercommunalite line) {

        /** An amount in euros, to the cent; null where it told none. */
        @Nullable
        BigDecimal amount(Function<Intercommunalite, @Nullable BigDecimal> field) {
            BigDecimal told = line == null ? null : field.apply(line);
            return told == null ? null : Cents.of(told);
        }

        /** Where its study stands; null where it told nothing of it. */
        @Nullable
        EtudeState etude() {
            return line == null ? null : line.getEtude();
        }

        /** Day on which its tiers lieu opens; null where it told none. */
        @Nullable
        LocalDate opening() {
            return line == null ? null : line.getOpening();
        }
    }

    /**
     * Which lines are aided at all. The study is, whatever is proposed, unless it is refused. Investment and running come with a tiers lieu that
     * is proposed, and where the règlement says so with a study that was handed in.
     */
    private record Gates(Reglement reglement, EpciProject told) {

        Gate of(AidLineName line, boolean tiersLieuProposed) {
            return switch (line) {
                case ETUDE -> etude();
                case INVESTISSEMENT -> ofTheTiersLieu(Rule.INVESTISSEMENT, tiersLieuProposed);
                case FONCTIONNEMENT_1, FONCTIONNEMENT_2, FONCTIONNEMENT_3 ->
                    ofTheTiersLieu(Rule.FONCTIONNEMENT, tiersLieuProposed);
            };
        }

        private Gate etude() {
            Operande state = Steps.code("etude", told.etude());
            return told.etude() == EtudeState.REFUSEE
                    ? Gate.closed(Rule.ETUDE, Decision.REFUSEE, false, state)
                    : Gate.open(Rule.ETUDE, state);
        }

        private Gate ofTheTiersLieu(Rule rule, boolean proposed) {
            Operande[] looked = {
                Steps.answer("tiers_lieu_propose", proposed),
                Steps.answer("etude_prealable", reglement.etudePrealable()),
                Steps.code("etude", told.etude())
            };
            if (!proposed) {
                return Gate.closed(rule, Decision.SANS_TIERS_LIEU, false, looked);
            }
            return reglement.etudePrealable() && told.etude() != EtudeState.RENDUE
                    ? Gate.closed(rule, Decision.ETUDE_PREALABLE, true, looked)
                    : Gate.open(rule, looked);
        }
    }

    /**
     * The most that the scheme can give an EPCI, whatever it costs: totalled apart, never a budget.
     *
     * @param euros to the cent
     */
    record SchemeCeiling(BigDecimal euros, RegleEssayee step) {

        static SchemeCeiling of(String on, Lines lines) {
            Map<AidLineName, BigDecimal> most = new EnumMap<>(AidLineName.class);
            for (AidLineName name : AidLineName.values()) {
                most.put(name, lines.line(name).rule().most());
            }
            BigDecimal all = Cents.sum(most.values());
            Operande[] looked = most.entrySet().stream()
                    .map(line -> Steps.euros(line.getKey().name().toLowerCase(Locale.ROOT), line.getValue()))
                    .toArray(Operande[]::new);
            return new SchemeCeiling(all, Steps.passed(Rule.PLAFOND_DU_DISPOSITIF, on, all.toPlainString(), looked));
        }
    }

    /**
     * The aid to running by calendar year. Without the opening, or with the aid of one of its years unknown, there is none: a year that lacks a
     * part would read as a whole one.
     *
     * @param years in order, none without aid
     */
    record RunningBudget(List<BudgetAnnuel> years, RegleEssayee step) {

        static RunningBudget of(String on, @Nullable LocalDate opening, List<AidLine> lines, Annees annees) {
            List<AidLine> running = lines.stream()
                    .filter(line -> line.getLine().compareTo(AidLineName.FONCTIONNEMENT_1) >= 0)
                    .toList();
            List<BigDecimal> known =
                    running.stream().map(AidLine::getAid).filter(Objects::nonNull).toList();
            boolean whole = known.size() == running.size();
            List<BudgetAnnuel> years = opening == null || !whole ? List.of() : split(opening, known, annees);
            return new RunningBudget(years, step(on, outcome(opening, whole, years), operands(opening, running, annees)));
        }

        private static List<BudgetAnnuel> split(LocalDate opening, List<BigDecimal> aids, Annees annees) {
            return BudgetYears.of(opening, aids, annees).entrySet().stream()
                    .map(year -> new BudgetAnnuel(year.getKey(), year.getValue()))
                    .toList();
        }

        private static String outcome(@Nullable LocalDate opening, boolean whole, List<BudgetAnnuel> years) {
            if (opening == null) {
                return "OUVERTURE_INCONNUE";
            }
            if (!whole) {
                return "AIDE_INCONNUE";
            }
            return years.isEmpty() ? "SANS_AIDE" : "REPARTIE";
        }

        private static Operande[] operands(@Nullable LocalDate opening, List<AidLine> running, Annees annees) {
            return Stream.concat(
                            Stream.of(Steps.day("ouverture", opening), Steps.code("annees", annees)),
                            running.stream()
                                    .map(line ->
                                            Steps.euros(line.getLine().name().toLowerCase(Locale.ROOT), line.getAid())))
                    .toArray(Operande[]::new);
        }

        private static RegleEssayee step(String on, String outcome, Operande... operands) {
            return Steps.passed(Rule.ANNEES_BUDGETAIRES, on, outcome, operands);
        }
    }

    /**
     * What running costs the EPCI in year 4, which nobody aids.
     *
     * @param cost euros; null where unknown, or where no tiers lieu is proposed
     */
    record YearFour(@Nullable BigDecimal cost, RegleEssayee step) {

        static YearFour of(String on, boolean tiersLieuProposed, @Nullable BigDecimal told) {
            BigDecimal cost = tiersLieuProposed ? told : null;
            return new YearFour(
                    cost,
                    Steps.passed(
                            Rule.ANNEE_4,
                            on,
                            outcome(tiersLieuProposed, told),
                            Steps.answer("tiers_lieu_propose", tiersLieuProposed),
                            Steps.euros("cout", told)));
        }

        private static String outcome(boolean tiersLieuProposed, @Nullable BigDecimal told) {
            if (!tiersLieuProposed) {
                return Decision.SANS_TIERS_LIEU.name();
            }
            return told == null ? Decision.COUT_INCONNU.name() : told.toPlainString();
        }
    }
}
