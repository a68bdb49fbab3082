package fr.passerelle.dataset;

import fr.passerelle.rules.economy.RemainderDivision;
import fr.passerelle.rules.economy.RemainderDivision.CommuneShare;
import fr.passerelle.rules.economy.RemainderDivision.CommuneWeight;
import fr.passerelle.rules.economy.RemainderDivision.DivisionKey;
import fr.passerelle.rules.economy.RemainderDivision.Remainder;
import fr.passerelle.rules.economy.RemainderDivision.RemainderLine;
import fr.passerelle.rules.financing.Financing;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.form.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is proposed for EPCIs: their plans, their aid by calendar year, and what stays to their communes. */
final class PlanTable {

    /** How each line begins the names of its columns. */
    private static final Map<AidLineName, String> LINES = Map.of(
            AidLineName.ETUDE, "etude",
            AidLineName.INVESTISSEMENT, "investissement",
            AidLineName.FONCTIONNEMENT_1, "animation_1",
            AidLineName.FONCTIONNEMENT_2, "animation_2",
            AidLineName.FONCTIONNEMENT_3, "animation_3");

    /** Name of the column of what year 4 costs. */
    private static final String YEAR_FOUR = "cout_annee_4";

    private record Year(Plan plan, BudgetAnnuel budget) {}

    private record Part(Plan plan, DivisionKey key, CommuneShare share) {}

    private PlanTable() {}

    /** One row an EPCI: its seat, its functions, its étapes, and its money by line, each year of the convention a line. */
    static Table<?> plans(DatasetSource source) {
        Table.Layout<Plan, Plan> layout = counted(seated(identified(source.table())));
        List.of(AidLineName.values()).forEach(line -> money(layout, line));
        return totals(layout)
                .at(
                        plan -> source.known().centreOf(plan.getEpci()),
                        List.copyOf(source.proposals().plans().values()));
    }

    /** One row an EPCI and a calendar year: what that year's budget bears of the aid to running. */
    static Table<?> budgets(DatasetSource source) {
        return identified(source.<Year>table().from(Year::plan))
                .from(Year::budget)
                .integer("annee", "Année civile", BudgetAnnuel::getYear)
                .euros("aide_animation", "Aide à l'animation, euros", BudgetAnnuel::getAid)
                .of(source.proposals().plans().values().stream()
                        .flatMap(plan -> plan.getBudget().stream().map(year -> new Year(plan, year)))
                        .toList());
    }

    /** One row an EPCI, a key and a commune: what of the remainder that commune would bear. */
    static Table<?> shares(DatasetSource source) {
        Table.Layout<Part, CommuneShare> layout = identified(
                        source.<Part>table().from(Part::plan))
                .from(Part::key)
                .text("cle", "HABITANTS ou SEANCES : ce selon quoi le reste est partagé (choix du projet)", key -> key)
                .from(part -> part.share().commune())
                .text("code_insee", "Code INSEE de la commune", CommuneWeight::insee)
                .text("commune", "Nom de la commune", CommuneWeight::name)
                .integer("poids", "Ses habitants, ou ses séances par mois", CommuneWeight::weight)
                .from(Part::share);
        List.of(RemainderLine.values())
                .forEach(line -> layout.euros(
                        name(line),
                        "Sa part, euros ; vide : coût inconnu",
                        it -> it.euros().get(line)));
        return layout.euros("reste_total", "Sa part du plan, euros, sans l'année 4", CommuneShare::total)
                .of(parts(source));
    }

    private static <R> Table.Layout<R, Plan> identified(Table.Layout<R, Plan> layout) {
        return layout.text("epci_siren", "SIREN de l'intercommunalité", Plan::getEpci)
                .text("epci_nom", "Nom de l'intercommunalité", Plan::getName);
    }

    private static Table.Layout<Plan, Plan> seated(Table.Layout<Plan, Plan> layout) {
        return layout.text("besoin", "FAIBLE, MOYEN, ELEVE ou INCONNU", Plan::getBesoin)
                .integer("population", "Habitants", Plan::getPopulation)
                .from(Plan::getSiege)
                .text("siege_nature", "SALLE ou SITE ; vide : aucun tiers lieu n'est proposé", Siege::getKind)
                .text("siege_id", "Identifiant du siège proposé", Siege::getId)
                .text("siege_nom", "Nom du siège proposé", Siege::getName)
                .text("siege_code_insee", "Code INSEE de sa commune", Siege::getInsee)
                .text("siege_commune", "Nom de sa commune", Siege::getCommune)
                .from(plan -> plan)
                .text(
                        "ex_aequo",
                        "Lieux que rien ne départage : le choix revient à l'intercommunalité",
                        it -> ids(it.getExAequo()))
                .text(
                        "en_suspens",
                        "Lieux entre lesquels des données qui manquent ne laissent proposer personne",
                        it -> ids(it.getUndecided()))
                .text("tiers_lieu_existant", "Tiers lieu qu'elle a déjà", Plan::getExistingTiersLieu)
                .text("fonctions", "Fonctions du tiers lieu, offertes ou possibles", Plan::getFunctions);
    }

    private static List<String> ids(List<Siege> places) {
        return places.stream().map(Siege::getId).toList();
    }

    private static Table.Layout<Plan, Plan> counted(Table.Layout<Plan, Plan> layout) {
        return layout.integer("etapes", "Étapes de médiation nomade, une par lieu d'accueil", Plan::getEtapes)
                .integer("a_instruire", "Salles à instruire", Plan::getAInstruire)
                .integer("donnees_insuffisantes", "Salles sans données suffisantes", Plan::getDonneesInsuffisantes)
                .integer("seances_par_mois", "Séances de deux heures par mois", Plan::getSessionsAMonth)
                .decimal("animateurs_etp", 6, "Animateurs, équivalents temps plein", Plan::getAnimateursEtp)
                .integer(
                        "habitants_proches_aujourdhui",
                        "Habitants proches d'un point de médiation",
                        Plan::getProximiteToday)
                .integer("habitants_proches_proposes", "De même, comme proposé", Plan::getProximiteProposed);
    }

    private static void money(Table.Layout<Plan, Plan> layout, AidLineName name) {
        layout.from(plan -> Financing.lineOf(plan, name).orElse(null))
                .euros(LINES.get(name) + "_cout", "Coût, euros ; vide : inconnu", AidLine::getCost)
                .euros(LINES.get(name) + "_aide", "Aide, euros ; vide : inconnue", AidLine::getAid)
                .euros(left(name), "Reste à charge, euros", AidLine::getLeft);
    }

    /** Name of the column of what stays of a line. */
    private static String left(AidLineName name) {
        return LINES.get(name) + "_reste";
    }

    private static Table.Layout<Plan, Plan> totals(Table.Layout<Plan, Plan> layout) {
        return layout.euros("aide_totale", "Aide en tout, euros", Plan::getAidTotal)
                .euros("reste_total", "Reste à charge en tout, euros", Plan::getLeftTotal)
                .euros(
                        "plafond_theorique",
                        "Plafond du règlement, euros : jamais une dépense prévue",
                        Plan::getTheoreticalCeiling)
                .euros(YEAR_FOUR, "Animation de l'année 4, euros : personne ne l'aide", Plan::getYear4Cost)
                .text("signalements", "Ce qui est montré sans rien décider", Plan::getFlags);
    }

    /** As in the table of plans. */
    private static String name(RemainderLine line) {
        return line == RemainderLine.ANNEE_4 ? YEAR_FOUR : left(AidLineName.valueOf(line.name()));
    }

    private static List<Part> parts(DatasetSource source) {
        Map<String, List<Conversion>> conversions =
                source.proposals().conversions().values().stream().collect(Collectors.groupingBy(Conversion::getEpci));
        return source.proposals().plans().values().stream()
                .flatMap(plan -> source.known().epci(plan.getEpci()).stream()
                        .flatMap(epci -> parts(plan, epci, conversions.getOrDefault(plan.getEpci(), List.of()))))
                .toList();
    }

    private static Stream<Part> parts(Plan plan, EpciDescribed epci, Collection<Conversion> conversions) {
        return Stream.of(DivisionKey.values())
                .flatMap(key ->
                        RemainderDivision.of(Remainder.of(plan), key.weights(epci.getCommunes(), plan, conversions))
                                .shares()
                                .stream()
                                .map(share -> new Part(plan, key, share)));
    }
}
