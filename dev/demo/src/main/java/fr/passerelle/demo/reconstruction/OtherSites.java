package fr.passerelle.demo.reconstruction;

import java.util.List;
import java.util.Map;

/** The file of other places that could be a tiers lieu's seat. All of them are invented; each stands in the largest commune of an EPCI. */
final class OtherSites {

    static final String FILE = "sites.csv";
    static final String HEADER =
            "id_site;nom;code_insee;adresse;surface_m2;connexion;debit_mbits;animateur_etp;accord_proprietaire;"
                    + "acces_plain_pied;acces_hors_horaires;espace_clos;espace_ventile;fonctions";

    /** Cells from the address on. */
    private static final List<String> HOSTING = List.of(
            ";140;FIBRE;100;0.5;oui;oui;oui;oui;oui;COWORKING",
            ";65;VDSL;32;;oui;oui;non;oui;;",
            ";220;FIBRE;200;1;oui;non;;oui;oui;FABLAB",
            ";48;ADSL;8;;;oui;;;non;MEDIATION_NUMERIQUE",
            ";90;;;0.25;oui;oui;;;;",
            ";75;FIBRE;60;0.6;non;oui;oui;oui;oui;ACCOMPAGNEMENT_PROJETS");

    private final PublicFacts facts;

    OtherSites(PublicFacts facts) {
        this.facts = facts;
    }

    void write(CanonicalCsv sheet) {
        Map<String, List<Commune>> byEpci = facts.byEpci();
        List<String> epcis = Dice.of("sites").shuffled(List.copyOf(byEpci.keySet()));
        for (int i = 0; i < HOSTING.size(); i++) {
            String number = "%02d".formatted(i + 1);
            String insee =
                    byEpci.getOrDefault(epcis.get(i), List.of()).getFirst().insee();
            sheet.row(String.join(";", "DEMO-SITE-" + number, "Site fictif " + number, insee, HOSTING.get(i))
                    .split(";", -1));
        }
    }
}
