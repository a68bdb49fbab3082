package fr.passerelle.schemas.bareme;

import java.math.BigDecimal;
import java.util.List;

/**
 * The règlement d'intervention (RULES 5). Rates 0 to 1, amounts in euros.
 *
 * @param participationMinimale share of the public funding of the investment that the EPCI keeps, 0 to 1
 */
public record Reglement(
        Taux etude,
        Assiette investissement,
        List<Taux> fonctionnement,
        PlafondPorteSur plafondPorteSur,
        AssietteInvestissement assietteInvestissement,
        Annees annees,
        Montants montants,
        boolean recettesDeduites,
        BigDecimal participationMinimale,
        boolean etudePrealable) {

    private static final int YEARS = 3;

    /** A rate and its ceiling. */
    public record Taux(BigDecimal rate, BigDecimal ceiling) {}

    /** A rate and the base it applies to. */
    public record Assiette(BigDecimal rate, BigDecimal base) {}

    /** Whether a ceiling bounds the aid or the cost it applies to. */
    public enum PlafondPorteSur {
        AIDE,
        COUT
    }

    /** Whether the investment's base is a cap, a lump sum (never above the cost) or a least cost. */
    public enum AssietteInvestissement {
        PLAFONNEE,
        FORFAIT,
        MINIMUM
    }

    /** Whether the three years run from the opening or by calendar year. */
    public enum Annees {
        CONVENTION,
        CIVILE
    }

    /** Whether amounts are before or after VAT. */
    public enum Montants {
        HT,
        TTC
    }

    static Reglement read(Section section) {
        return new Reglement(
                section.section("etude", Reglement::taux),
                section.section("investissement", Reglement::assiette),
                years(section),
                section.sourced("plafond_porte_sur").oneOf(PlafondPorteSur.class),
                section.sourced("assiette_investissement").oneOf(AssietteInvestissement.class),
                section.sourced("annees").oneOf(Annees.class),
                section.sourced("montants").oneOf(Montants.class),
                section.sourced("recettes_deduites").yesOrNo(),
                section.sourced("participation_minimale").rate(),
                section.sourced("etude_prealable").yesOrNo());
    }

    private static List<Taux> years(Section section) {
        List<Taux> years = section.list("fonctionnement", Reglement::taux);
        section.require(
                "fonctionnement",
                years.size() == YEARS,
                "%d années sont données ; écrivez-en %d".formatted(years.size(), YEARS));
        return years;
    }

    private static Taux taux(Section section) {
        return new Taux(
                section.sourced("taux").rate(), section.sourced("plafond").amount());
    }

    private static Assiette assiette(Section section) {
        return new Assiette(
                section.sourced("taux").rate(), section.sourced("base").amount());
    }
}
