package fr.passerelle.cli.dataset;

import static fr.passerelle.cli.dataset.CellValues.code;
import static fr.passerelle.cli.dataset.CellValues.ifAny;
import static fr.passerelle.cli.dataset.CellValues.joined;
import static fr.passerelle.cli.dataset.CellValues.number;
import static fr.passerelle.cli.dataset.DataColumn.decimal;
import static fr.passerelle.cli.dataset.DataColumn.euros;
import static fr.passerelle.cli.dataset.DataColumn.integer;
import static fr.passerelle.cli.dataset.DataColumn.text;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row an EPCI: its seat, its functions, its étapes, and its money by line, each year of the convention a line. */
final class PlanTable {

    /** How each line begins the names of its columns, and what it is called. */
    private static final Map<AidLineName, String> LINES = Map.of(
            AidLineName.ETUDE, "etude",
            AidLineName.INVESTISSEMENT, "investissement",
            AidLineName.FONCTIONNEMENT_1, "animation_1",
            AidLineName.FONCTIONNEMENT_2, "animation_2",
            AidLineName.FONCTIONNEMENT_3, "animation_3");

    /** Name of the column of what year 4 costs. */
    static final String YEAR_FOUR = "cout_annee_4";

    private record Epci(Plan plan, @Nullable Point point) {}

    private PlanTable() {}

    static DataTable of(DatasetSource situation) {
        DataLayout<Epci> layout = counted(seated(identified(new DataLayout<>(situation.published()))));
        List.of(AidLineName.values()).forEach(line -> money(layout, line));
        return totals(layout).at(Epci::point).of(epcis(situation));
    }

    private static DataLayout<Epci> identified(DataLayout<Epci> layout) {
        return layout.addEpci(Epci::plan)
                .add(
                        text("besoin", "FAIBLE, MOYEN, ELEVE ou INCONNU"),
                        it -> code(it.plan().getBesoin()))
                .add(integer("population", "Habitants"), it -> number(it.plan().getPopulation()));
    }

    private static DataLayout<Epci> seated(DataLayout<Epci> layout) {
        return layout.add(
                        text("siege_nature", "SALLE ou SITE ; vide : aucun tiers lieu n'est proposé"),
                        ifAny(PlanTable::seat, it -> code(it.getKind())))
                .add(text("siege_id", "Identifiant du siège proposé"), ifAny(PlanTable::seat, Siege::getId))
                .add(text("siege_nom", "Nom du siège proposé"), ifAny(PlanTable::seat, Siege::getName))
                .add(text("siege_code_insee", "Code INSEE de sa commune"), ifAny(PlanTable::seat, Siege::getInsee))
                .add(text("siege_commune", "Nom de sa commune"), ifAny(PlanTable::seat, Siege::getCommune))
                .add(
                        text("ex_aequo", "Lieux que rien ne départage : le choix revient à l'intercommunalité"),
                        it -> joined(it.plan().getExAequo().stream()
                                .map(Siege::getId)
                                .toList()))
                .add(
                        text(
                                "en_suspens",
                                "Lieux entre lesquels des données qui manquent ne laissent proposer personne"),
                        it -> joined(it.plan().getUndecided().stream()
                                .map(Siege::getId)
                                .toList()))
                .add(
                        text("tiers_lieu_existant", "Tiers lieu qu'elle a déjà"),
                        it -> it.plan().getExistingTiersLieu())
                .add(
                        text("fonctions", "Fonctions du tiers lieu, offertes ou possibles"),
                        it -> joined(it.plan().getFunctions()));
    }

    private static DataLayout<Epci> counted(DataLayout<Epci> layout) {
        return layout.add(
                        integer("etapes", "Étapes de médiation nomade, une par lieu d'accueil"),
                        it -> number(it.plan().getEtapes()))
                .add(
                        integer("a_instruire", "Salles à instruire"),
                        it -> number(it.plan().getAInstruire()))
                .add(
                        integer("donnees_insuffisantes", "Salles sans données suffisantes"),
                        it -> number(it.plan().getDonneesInsuffisantes()))
                .add(
                        integer("seances_par_mois", "Séances de deux heures par mois"),
                        it -> number(it.plan().getSessionsAMonth()))
                .add(
                        decimal("animateurs_etp", 6, "Animateurs, équivalents temps plein"),
                        it -> it.plan().getAnimateursEtp())
                .add(
                        integer("habitants_proches_aujourdhui", "Habitants proches d'un point de médiation"),
                        it -> number(it.plan().getProximiteToday()))
                .add(
                        integer("habitants_proches_proposes", "De même, comme proposé"),
                        it -> number(it.plan().getProximiteProposed()));
    }

    /** Name of the column of what stays of a line. */
    static String left(AidLineName name) {
        return LINES.get(name) + "_reste";
    }

    private static void money(DataLayout<Epci> layout, AidLineName name) {
        String line = LINES.get(name);
        layout.add(euros(line + "_cout", "Coût, euros ; vide : inconnu"), ifAny(line(name), AidLine::getCost))
                .add(euros(line + "_aide", "Aide, euros ; vide : inconnue"), ifAny(line(name), AidLine::getAid))
                .add(euros(left(name), "Reste à charge, euros"), ifAny(line(name), AidLine::getLeft));
    }

    private static DataLayout<Epci> totals(DataLayout<Epci> layout) {
        return layout.add(
                        euros("aide_totale", "Aide en tout, euros"),
                        it -> it.plan().getAidTotal())
                .add(
                        euros("reste_total", "Reste à charge en tout, euros"),
                        it -> it.plan().getLeftTotal())
                .add(
                        euros("plafond_theorique", "Plafond du règlement, euros : jamais une dépense prévue"),
                        it -> it.plan().getTheoreticalCeiling())
                .add(
                        euros(YEAR_FOUR, "Animation de l'année 4, euros : personne ne l'aide"),
                        it -> it.plan().getYear4Cost())
                .add(
                        text("signalements", "Ce qui est montré sans rien décider"),
                        it -> joined(it.plan().getFlags()));
    }

    private static Function<Epci, @Nullable AidLine> line(AidLineName name) {
        return it -> it.plan().getAid().stream()
                .filter(line -> line.getLine() == name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Siege seat(Epci epci) {
        return epci.plan().getSiege();
    }

    private static List<Epci> epcis(DatasetSource situation) {
        return situation.proposals().plans().values().stream()
                .map(plan -> new Epci(plan, situation.known().centreOf(plan.getEpci())))
                .toList();
    }
}
