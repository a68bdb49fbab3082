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
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The region's aid to one EPCI under a règlement d'intervention (RULES 5), euros to the cent. Amounts are before or after VAT, as the
 * règlement says: the arithmetic is the same and nothing is converted.
 */
public final class Financing {

    private final Reglement reglement;
    private final String on;
    private final @Nullable Intercommunalite told;

    /** Aids the EPCI of that SIREN, from what it told; null where it told nothing. */
    public Financing(Reglement reglement, String epci, @Nullable Intercommunalite told) {
        this.reglement = reglement;
        this.on = Steps.epci(epci);
        this.told = told;
    }

    /**
     * The five lines, in order. The study is aided whatever is proposed, unless it is refused. Investment and running come with a tiers lieu
     * that is proposed, and where the règlement says so with a study that was handed in: an EPCI that has one already gets neither.
     */
    public List<AidLine> lines(boolean tiersLieuProposed) {
        return Arrays.stream(AidLineName.values())
                .map(name -> line(name).through(gate(name, tiersLieuProposed)))
                .toList();
    }

    /** A line of a plan; empty where it has no such line. */
    public static Optional<AidLine> lineOf(Plan plan, AidLineName name) {
        return plan.getAid().stream().filter(line -> line.getLine() == name).findFirst();
    }

    /** What is paid on a line: the aid to the actual cost, never above the aid that was notified; all are euros, from 0. */
    public BigDecimal paid(AidLineName line, BigDecimal actualCost, BigDecimal notified) {
        return line(line).paid(Cents.of(actualCost), notified);
    }

    /** Which cost, told by the EPCI, meets which rate of the règlement. */
    Line line(AidLineName name) {
        return switch (name) {
            case ETUDE -> etude(amount(Intercommunalite::getCostEtude));
            case INVESTISSEMENT -> investissement(amount(Intercommunalite::getCostInvestissement));
            case FONCTIONNEMENT_1 -> fonctionnement(name, 0, amount(Intercommunalite::getCostAnimation1));
            case FONCTIONNEMENT_2 -> fonctionnement(name, 1, amount(Intercommunalite::getCostAnimation2));
            case FONCTIONNEMENT_3 -> fonctionnement(name, 2, amount(Intercommunalite::getCostAnimation3));
        };
    }

    private Line etude(@Nullable BigDecimal cost) {
        return rated(AidLineName.ETUDE, reglement.etude(), cost, OtherFunding.nothing());
    }

    private Line investissement(@Nullable BigDecimal cost) {
        Assiette base = reglement.investissement();
        BigDecimal otherAid = amount(Intercommunalite::getOtherPublicAid);
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
                OtherFunding.receipts(reglement.recettesDeduites(), amount(Intercommunalite::getReceipts));
        return rated(name, reglement.fonctionnement().get(year), cost, receipts);
    }

    private Line rated(AidLineName name, Taux taux, @Nullable BigDecimal cost, OtherFunding coverage) {
        AidRule rule = new RatedAid(taux, reglement.plafondPorteSur());
        return new Line(on, name, taux.rate(), taux.ceiling(), rule, cost, coverage);
    }

    private Gate gate(AidLineName line, boolean tiersLieuProposed) {
        return switch (line) {
            case ETUDE -> ofTheStudy();
            case INVESTISSEMENT -> ofTheTiersLieu(Rule.INVESTISSEMENT, tiersLieuProposed);
            case FONCTIONNEMENT_1, FONCTIONNEMENT_2, FONCTIONNEMENT_3 ->
                ofTheTiersLieu(Rule.FONCTIONNEMENT, tiersLieuProposed);
        };
    }

    private Gate ofTheStudy() {
        Operande state = Steps.code("etude", study());
        return study() == EtudeState.REFUSEE
                ? Gate.closed(Rule.ETUDE, Decision.REFUSEE, false, state)
                : Gate.open(Rule.ETUDE, state);
    }

    private Gate ofTheTiersLieu(Rule rule, boolean proposed) {
        Operande[] looked = {
            Steps.answer("tiers_lieu_propose", proposed),
            Steps.answer("etude_prealable", reglement.etudePrealable()),
            Steps.code("etude", study())
        };
        if (!proposed) {
            return Gate.closed(rule, Decision.SANS_TIERS_LIEU, false, looked);
        }
        return reglement.etudePrealable() && study() != EtudeState.RENDUE
                ? Gate.closed(rule, Decision.ETUDE_PREALABLE, true, looked)
                : Gate.open(rule, looked);
    }

    /** An amount in euros, to the cent; null where it told none. */
    private @Nullable BigDecimal amount(Function<Intercommunalite, @Nullable BigDecimal> field) {
        BigDecimal amount = told == null ? null : field.apply(told);
        return amount == null ? null : Cents.of(amount);
    }

    /** Where its study stands; null where it told nothing of it. */
    private @Nullable EtudeState study() {
        return told == null ? null : told.getEtude();
    }

    /** The most that the scheme can give an EPCI, whatever it costs, euros to the cent: totalled apart, never a budget. */
    AidFigure<BigDecimal> ceiling() {
        Map<AidLineName, BigDecimal> most = new EnumMap<>(AidLineName.class);
        for (AidLineName name : AidLineName.values()) {
            most.put(name, line(name).rule().most());
        }
        BigDecimal all = Cents.sum(most.values());
        Operande[] looked = most.entrySet().stream()
                .map(line -> Steps.euros(line.getKey().name().toLowerCase(Locale.ROOT), line.getValue()))
                .toArray(Operande[]::new);
        return new AidFigure<>(all, Steps.passed(Rule.PLAFOND_DU_DISPOSITIF, on, all.toPlainString(), looked));
    }

    /**
     * The aid to running by calendar year, in order, none without aid. Without the opening, or with the aid of one of its years unknown, there
     * is none: a year that lacks a part would read as a whole one.
     */
    AidFigure<List<BudgetAnnuel>> budget(List<AidLine> aids) {
        LocalDate opening = told == null ? null : told.getOpening();
        Annees annees = reglement.annees();
        List<AidLine> running = aids.stream()
                .filter(line -> line.getLine().compareTo(AidLineName.FONCTIONNEMENT_1) >= 0)
                .toList();
        List<BigDecimal> known =
                running.stream().map(AidLine::getAid).filter(Objects::nonNull).toList();
        boolean whole = known.size() == running.size();
        List<BudgetAnnuel> years = opening == null || !whole ? List.of() : split(opening, known, annees);
        return new AidFigure<>(
                years,
                Steps.passed(
                        Rule.ANNEES_BUDGETAIRES,
                        on,
                        outcome(opening, whole, years),
                        operands(opening, running, annees)));
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

    /** What running costs the EPCI in year 4, which nobody aids, euros; null where unknown, or where no tiers lieu is proposed. */
    AidFigure<@Nullable BigDecimal> yearFour(boolean tiersLieuProposed) {
        BigDecimal year4 = amount(Intercommunalite::getCostAnimation4);
        return new AidFigure<>(
                tiersLieuProposed ? year4 : null,
                Steps.passed(
                        Rule.ANNEE_4,
                        on,
                        yearFourOutcome(tiersLieuProposed, year4),
                        Steps.answer("tiers_lieu_propose", tiersLieuProposed),
                        Steps.euros("cout", year4)));
    }

    private static String yearFourOutcome(boolean tiersLieuProposed, @Nullable BigDecimal year4) {
        if (!tiersLieuProposed) {
            return Decision.SANS_TIERS_LIEU.name();
        }
        return year4 == null ? Decision.COUT_INCONNU.name() : year4.toPlainString();
    }

    /** What comes out of a rule, and the step that says so. */
    record AidFigure<T extends @Nullable Object>(T value, RegleEssayee step) {}
}
