package fr.passerelle.console.bareme;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.texts.Quantities;
import fr.passerelle.texts.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the barème says, sentence by sentence. */
public final class BaremeSentences {

    private static final int KILO = 3;

    private BaremeSentences() {}

    /** The aid. */
    public static List<String> aid(Bareme bareme) {
        Reglement aid = bareme.reglement();
        List<String> said = new ArrayList<>(List.of(
                Textes.say(
                        "bareme.etude",
                        Map.of(
                                "taux", share(aid.etude().rate()),
                                "plafond", euros(aid.etude().ceiling()))),
                Textes.say(
                        "bareme.investissement",
                        Map.of(
                                "taux", share(aid.investissement().rate()),
                                "base", euros(aid.investissement().base())))));
        for (int year = 0; year < aid.fonctionnement().size(); year++) {
            Reglement.Taux rate = aid.fonctionnement().get(year);
            said.add(Textes.say(
                    "bareme.fonctionnement",
                    Map.of("annee", whole(year + 1), "taux", share(rate.rate()), "plafond", euros(rate.ceiling()))));
        }
        said.add(of("bareme.fin", aid.fonctionnement().size() + 1));
        return said;
    }

    /** The score and what follows from it. */
    public static List<String> rules(Bareme bareme) {
        JeuDeRegles rules = bareme.jeuDeRegles();
        JeuDeRegles.ConversionRule conversion = rules.conversion();
        List<String> said = new ArrayList<>(List.of(
                Textes.say(
                        "bareme.fenetre",
                        Map.of(
                                "mois", whole(rules.fenetre().months()),
                                "part", share(rules.fenetre().minimumObservedShare()))),
                of("bareme.note", rules.indicateurs().size()),
                of("bareme.seuil", rules.threshold())));
        said.addAll(heldBack(rules.signalements()));
        said.addAll(List.of(
                of("bareme.fonctions", conversion.minimumFunctions()),
                of("bareme.tiers.lieux", conversion.maxTiersLieux()),
                Textes.say(
                        "bareme.etapes",
                        Map.of(
                                "personnes", whole(conversion.groupSize()),
                                "heures", whole(conversion.sessionHours()),
                                "seances", whole(conversion.maxSessionsAMonth()))),
                Textes.say("bareme.proximite", Map.of("km", kilometres(conversion.proximityRadiusMetres()))),
                Textes.say(
                        "bareme.besoin",
                        Map.of(
                                "moyen", percent(rules.besoin().moyenFrom()),
                                "eleve", percent(rules.besoin().eleveFrom())))));
        return said;
    }

    /** What holds back a room that would be a candidate; a barème of before these rules has zero for them. */
    private static List<String> heldBack(JeuDeRegles.Signalements flags) {
        return Stream.of(
                        heldBack("bareme.mois.recents", flags.recentMonthsLeast()),
                        heldBack("bareme.presences", flags.presencesLeast()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> heldBack(String key, int least) {
        return least == 0 ? Optional.empty() : Optional.of(of(key, least));
    }

    private static String of(String key, int number) {
        return Textes.say(key, Map.of("n", whole(number)));
    }

    private static String whole(int number) {
        return Integer.toString(number);
    }

    private static String share(BigDecimal share) {
        return Quantities.of(share, Unite.PART);
    }

    private static String percent(BigDecimal percent) {
        return Quantities.of(percent, Unite.POURCENT);
    }

    private static String euros(BigDecimal euros) {
        return Quantities.of(euros, Unite.EUROS);
    }

    private static String kilometres(int metres) {
        return BigDecimal.valueOf(metres)
                .movePointLeft(KILO)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }
}
