package fr.passerelle.demo.reconstruction;

import java.util.List;
import java.util.Map;

/** The file of access to services by commune. All of it is invented: small communes lack access more often, and fiches have fictive numbers. */
final class Services {

    static final String FILE = "territoires.csv";
    static final String HEADER = "code_insee;deficit_acces;fiche_action";

    private static final int EPCIS = 12;
    private static final int SMALL = 1_000;
    private static final double OFTEN = 0.4;
    private static final double SELDOM = 0.05;

    private final PublicFacts facts;

    Services(PublicFacts facts) {
        this.facts = facts;
    }

    void write(CanonicalCsv sheet) {
        Map<String, List<Commune>> byEpci = facts.byEpci();
        Dice dice = Dice.of("services");
        List<String> epcis = dice.shuffled(List.copyOf(byEpci.keySet())).subList(0, EPCIS);
        for (int i = 0; i < EPCIS; i++) {
            String fiche = i % 3 == 2 ? "" : "Fiche action fictive " + (i + 1);
            for (Commune commune : byEpci.getOrDefault(epcis.get(i), List.of())) {
                boolean lacks = dice.chance(commune.population() < SMALL ? OFTEN : SELDOM);
                sheet.row(commune.insee(), lacks ? "oui" : "non", fiche);
            }
        }
    }
}
