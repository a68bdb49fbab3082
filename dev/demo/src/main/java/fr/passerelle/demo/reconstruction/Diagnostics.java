package fr.passerelle.demo.reconstruction;

import java.util.List;
import java.util.Map;

/**
 * The file of what diagnostics gathered. All of it is invented: of each EPCI, what inhabitants asked for in its larger communes, what its
 * elected officials and its enterprises asked for; some counts are small enough to be secret.
 */
final class Diagnostics {

    static final String FILE = "besoins.csv";
    static final String HEADER = "epci_siren;date;public;objet;commune;demandes;source";

    private static final int EPCIS = 8;
    private static final int LARGER_COMMUNES = 4;
    private static final List<String> FUNCTIONS =
            List.of("FABLAB", "COWORKING", "MEDIATION_NUMERIQUE", "TELETRAVAIL", "ACCOMPAGNEMENT_PROJETS");
    private static final List<String> THEMES =
            List.of("démarches en ligne", "santé en ligne", "recherche d'emploi", "aide aux devoirs", "bureautique");
    private static final List<String> SERVICES =
            List.of("Prêt de tablettes", "Borne d'impression", "Visioconférence avec les administrations");

    private final PublicFacts facts;

    Diagnostics(PublicFacts facts) {
        this.facts = facts;
    }

    void write(CanonicalCsv sheet) {
        Map<String, List<Commune>> byEpci = facts.byEpci();
        List<String> epcis = Dice.of("besoins").shuffled(List.copyOf(byEpci.keySet()));
        for (String epci : epcis.subList(0, EPCIS)) {
            new Diagnostic(epci, byEpci.getOrDefault(epci, List.of()), Dice.of("besoins " + epci)).write(sheet);
        }
    }

    private record Diagnostic(String epci, List<Commune> communes, Dice dice) {

        void write(CanonicalCsv sheet) {
            String day = "2016-%02d-%02d".formatted(3 + dice.below(8), 1 + dice.below(28));
            for (String theme : dice.shuffled(THEMES).subList(0, 3)) {
                String commune = communes.get(dice.below(Math.min(LARGER_COMMUNES, communes.size())))
                        .insee();
                sheet.row(epci, day, "HABITANTS", theme, commune, asked(24), "Questionnaire fictif");
            }
            for (String function : dice.shuffled(FUNCTIONS).subList(0, 3)) {
                sheet.row(epci, day, "HABITANTS", function, "", asked(30), "Questionnaire fictif");
                sheet.row(epci, day, "ELUS", function, "", asked(5), "Réunion fictive");
            }
            sheet.row(epci, day, "ENTREPRISES", dice.pick(FUNCTIONS), "", asked(6), "Entretiens fictifs");
            sheet.row(epci, day, "ELUS", dice.pick(SERVICES), "", asked(4), "Réunion fictive");
        }

        private String asked(int most) {
            return Integer.toString(1 + dice.below(most));
        }
    }
}
