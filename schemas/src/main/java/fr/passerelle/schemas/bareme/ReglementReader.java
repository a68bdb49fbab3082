package fr.passerelle.schemas.bareme;

import fr.passerelle.schemas.bareme.Reglement.Annees;
import fr.passerelle.schemas.bareme.Reglement.Assiette;
import fr.passerelle.schemas.bareme.Reglement.AssietteInvestissement;
import fr.passerelle.schemas.bareme.Reglement.Montants;
import fr.passerelle.schemas.bareme.Reglement.PlafondPorteSur;
import fr.passerelle.schemas.bareme.Reglement.Taux;
import java.util.List;

/** The section {@code reglement}. */
final class ReglementReader {

    private static final int YEARS = 3;

    private ReglementReader() {}

    static Reglement read(Section section) {
        return new Reglement(
                section.section("etude", ReglementReader::taux),
                section.section("investissement", ReglementReader::assiette),
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
        List<Taux> years = section.list("fonctionnement", ReglementReader::taux);
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
