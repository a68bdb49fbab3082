package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.PublicFacts.Commune;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of what is known by EPCI or by commune beside rooms. All of it is invented. */
final class EpciFiles {
    static final String DOSSIERS = "intercommunalites.csv";
    static final String SITES = "sites.csv";
    static final String TERRITOIRES = "territoires.csv";
    static final String BESOINS = "besoins.csv";

    /** Dossiers with costs (from the fourth cell of the header on), the first ones for EPCIs with a flagship. */
    private static final List<String> WITH_COSTS = List.of(
            "ADOPTEE;2017-06-12;RENDUE;;;%s;14000;48000;72000;72000;72000;70000;;;2018-09-01",
            "ADOPTEE;2017-03-30;REFUSEE;COWORKING;;%s;;18437.55;41333.33;42160.00;43003.22;43900.00;;;",
            "EN_COURS;;ACCEPTEE;COWORKING|TELETRAVAIL;;%s;12500;;60000;60000;60000;60000;;;2018-09-01",
            "ADOPTEE;2016-12-15;RENDUE;FABLAB|COWORKING;;%s;9999.99;30000;52000;50000;48000;47000;4500;12000;2018-03-01",
            "EN_COURS;;ACCEPTEE;;;%s;8500;22000;38500.50;39200.00;40100.25;41000.00;1200;;",
            "ADOPTEE;2017-09-21;RENDUE;ACCOMPAGNEMENT_PROJETS;;%s;11800;64000;66000;64500;63000;61000;6000;20000;2019-01-01",
            "EN_COURS;;ACCEPTEE;TELETRAVAIL;;%s;7200;;34000;34500;35000;35500;;;",
            "AUCUNE;;PROPOSEE;;;%s;9500;27500.40;45000;46000;47000;48000;;;",
            "ADOPTEE;2017-05-18;RENDUE;COWORKING;;%s;13200;35000;58000;58000;58000;58000;2500;;2018-06-15",
            "EN_COURS;;ACCEPTEE;;;%s;6400.50;;;;;;;;",
            "AUCUNE;;ACCEPTEE;FABLAB;;%s;10800;;;;;;;;",
            "ADOPTEE;2016-06-24;RENDUE;;Tiers lieu fictif 1;%s;9200;15000;40000;40000;40000;40000;;;2015-09-01",
            "AUCUNE;;REFUSEE;;;%s;;26000;30000;31000;32000;33000;;;",
            "EN_COURS;;ACCEPTEE;COWORKING;;%s;7777.77;41000;47250.25;47250.25;47250.25;47250.25;;;",
            "ADOPTEE;2017-02-02;ACCEPTEE;;;%s;12000;20000;56000;57000;58000;59000;;5000;",
            "EN_COURS;;ACCEPTEE;ACCOMPAGNEMENT_PROJETS;;%s;5600;;;;;;;;",
            "AUCUNE;;PROPOSEE;;;%s;9100;18000;39999.99;39999.99;39999.99;39999.99;;;");

    private static final List<String> WITHOUT_COSTS = List.of(
            "ADOPTEE;2016-11-08;;;Tiers lieu fictif 2;%s;;;;;;;;;",
            "EN_COURS;;PROPOSEE;COWORKING|FABLAB;;%s;;;;;;;;;",
            "AUCUNE;;;;;;;;;;;;;;",
            "AUCUNE;;REFUSEE;;;;;;;;;;;;",
            "EN_COURS;;PROPOSEE;TELETRAVAIL;;%s;;;;;;;;;",
            "ADOPTEE;2017-07-06;;MEDIATION_NUMERIQUE|COWORKING;Tiers lieu fictif 3;%s;;;;;;;;;");

    /** What some of the dossiers with costs expect of their tiers lieu, by place in the list above: one sells no subscription, one gives no price of the hour. */
    private static final Map<Integer, String> MODELS = Map.of(
            0, "25;3.5;12;20;45;400;900;60;150;9500",
            3, "30;4;15;35;80;600;1400;120;260;12000",
            4, "20;;;10;25;200;400;;;4000",
            5, ";5;;;;1200;2600;;;8000");

    /** Ends a row of which nothing is expected. */
    private static final String NO_MODEL = ";".repeat(10);

    private static final int FLAGSHIPS_WITH_COSTS = 9;
    /** Of other places that could be a tiers lieu's seat, the cells from the address on. */
    private static final List<String> HOSTING = List.of(
            ";140;FIBRE;100;0.5;oui;oui;oui;oui;oui;COWORKING",
            ";65;VDSL;32;;oui;oui;non;oui;;",
            ";220;FIBRE;200;1;oui;non;;oui;oui;FABLAB",
            ";48;ADSL;8;;;oui;;;non;MEDIATION_NUMERIQUE",
            ";90;;;0.25;oui;oui;;;;",
            ";75;FIBRE;60;0.6;non;oui;oui;oui;oui;ACCOMPAGNEMENT_PROJETS");

    private static final int EPCIS_WITH_SERVICES = 12;
    private static final int SMALL = 1_000;
    private static final double OFTEN = 0.4;
    private static final double SELDOM = 0.05;
    private static final int EPCIS_WITH_DIAGNOSTIC = 8;
    private static final int LARGER_COMMUNES = 4;
    private static final List<String> FUNCTIONS =
            List.of("FABLAB", "COWORKING", "MEDIATION_NUMERIQUE", "TELETRAVAIL", "ACCOMPAGNEMENT_PROJETS");
    private static final List<String> THEMES =
            List.of("démarches en ligne", "santé en ligne", "recherche d'emploi", "aide aux devoirs", "bureautique");
    private static final List<String> SERVICES =
            List.of("Prêt de tablettes", "Borne d'impression", "Visioconférence avec les administrations");

    private EpciFiles() {}

    /** What intercommunalités told the region; the dossiers go first to EPCIs that hold a flagship. */
    static void writeDossiers(List<Room> rooms, Map<String, String> names, CanonicalCsv sheet) {
        List<String> order = order(rooms);
        List<String> texts =
                Stream.concat(WITH_COSTS.stream(), WITHOUT_COSTS.stream()).toList();
        Map<String, String> dossiers = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            String model = MODELS.get(i);
            dossiers.put(order.get(i), texts.get(i) + (model == null ? NO_MODEL : ";" + model));
        }
        dossiers.forEach((epci, cells) -> {
            String row = String.join(";", epci, names.getOrDefault(epci, ""), cells.replace("%s", epci));
            sheet.row(row.split(";", -1));
        });
    }

    /** EPCIs with a flagship first, as many as have a dossier written for them; then the others, in an order of chance. */
    private static List<String> order(List<Room> rooms) {
        Dice dice = Dice.of("dossiers");
        Map<String, Boolean> flagship = new TreeMap<>();
        rooms.forEach(room -> flagship.merge(room.epci(), room.flagship(), Boolean::logicalOr));
        List<String> strong = dice.shuffled(flagship.keySet().stream()
                .filter(epci -> flagship.getOrDefault(epci, false))
                .toList());
        List<String> all = dice.shuffled(List.copyOf(flagship.keySet()));
        return Stream.of(
                        strong.subList(0, FLAGSHIPS_WITH_COSTS).stream(),
                        all.stream().filter(epci -> !flagship.getOrDefault(epci, false)),
                        strong.stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
    /** Other places that could be a tiers lieu's seat; each stands in the largest commune of an EPCI. */
    static void writeSites(PublicFacts facts, CanonicalCsv sheet) {
        List<List<Commune>> epcis =
                Dice.of("sites").shuffled(List.copyOf(facts.byEpci().values()));
        for (int i = 0; i < HOSTING.size(); i++) {
            String number = "%02d".formatted(i + 1);
            String insee = epcis.get(i).getFirst().insee();
            sheet.row(String.join(";", "DEMO-SITE-" + number, "Site fictif " + number, insee, HOSTING.get(i))
                    .split(";", -1));
        }
    }
    /** Access to services by commune: small communes lack it more often, and fiches have fictive numbers. */
    static void writeServices(PublicFacts facts, CanonicalCsv sheet) {
        Dice dice = Dice.of("services");
        List<List<Commune>> epcis = dice.shuffled(List.copyOf(facts.byEpci().values()));
        for (int i = 0; i < EPCIS_WITH_SERVICES; i++) {
            String fiche = i % 3 == 2 ? "" : "Fiche action fictive " + (i + 1);
            for (Commune commune : epcis.get(i)) {
                boolean lacks = dice.chance(commune.population() < SMALL ? OFTEN : SELDOM);
                sheet.row(commune.insee(), lacks ? "oui" : "non", fiche);
            }
        }
    }
    /** What diagnostics gathered of some EPCIs, from inhabitants, elected officials and enterprises; some counts are small enough to be secret. */
    static void writeNeeds(PublicFacts facts, CanonicalCsv sheet) {
        Dice.of("besoins")
                .shuffled(List.copyOf(facts.byEpci().entrySet()))
                .subList(0, EPCIS_WITH_DIAGNOSTIC)
                .forEach(
                        epci -> writeNeeds(epci.getKey(), epci.getValue(), Dice.of("besoins " + epci.getKey()), sheet));
    }

    private static void writeNeeds(String epci, List<Commune> communes, Dice dice, CanonicalCsv sheet) {
        String day = "2016-%02d-%02d".formatted(3 + dice.below(8), 1 + dice.below(28));
        for (String theme : dice.shuffled(THEMES).subList(0, 3)) {
            String commune = communes.get(dice.below(Math.min(LARGER_COMMUNES, communes.size())))
                    .insee();
            sheet.row(epci, day, "HABITANTS", theme, commune, asked(dice, 24), "Questionnaire fictif");
        }
        for (String function : dice.shuffled(FUNCTIONS).subList(0, 3)) {
            sheet.row(epci, day, "HABITANTS", function, "", asked(dice, 30), "Questionnaire fictif");
            sheet.row(epci, day, "ELUS", function, "", asked(dice, 5), "Réunion fictive");
        }
        sheet.row(epci, day, "ENTREPRISES", dice.pick(FUNCTIONS), "", asked(dice, 6), "Entretiens fictifs");
        sheet.row(epci, day, "ELUS", dice.pick(SERVICES), "", asked(dice, 4), "Réunion fictive");
    }

    private static String asked(Dice dice, int most) {
        return Integer.toString(1 + dice.below(most));
    }
}
