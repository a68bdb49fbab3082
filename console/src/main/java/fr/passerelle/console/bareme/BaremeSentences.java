package fr.passerelle.console.bareme;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.texts.Quantities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the barème says, sentence by sentence. */
final class BaremeSentences {

    private static final int KILO = 3;

    /** A sentence: key of its words, and its numbers as people read them. */
    record Said(String key, List<String> numbers) {

        Said(String key, String... numbers) {
            this(key, List.of(numbers));
        }

        /** The numbers as a message takes them. */
        public Object[] arguments() {
            return numbers.toArray();
        }
    }

    private BaremeSentences() {}

    /** The aid. */
    static List<Said> aid(Bareme bareme) {
        Reglement aid = bareme.reglement();
        List<Said> said = new ArrayList<>(List.of(
                new Said(
                        "regles.mots.etude",
                        share(aid.etude().rate()),
                        euros(aid.etude().ceiling())),
                new Said(
                        "regles.mots.investissement",
                        share(aid.investissement().rate()),
                        euros(aid.investissement().base()))));
        for (int year = 0; year < aid.fonctionnement().size(); year++) {
            Reglement.Taux rate = aid.fonctionnement().get(year);
            said.add(new Said(
                    "regles.mots.fonctionnement",
                    Integer.toString(year + 1),
                    share(rate.rate()),
                    euros(rate.ceiling())));
        }
        said.add(new Said(
                "regles.mots.fin", Integer.toString(aid.fonctionnement().size() + 1)));
        return said;
    }

    /** The score and what follows from it. */
    static List<Said> rules(Bareme bareme) {
        JeuDeRegles rules = bareme.jeuDeRegles();
        JeuDeRegles.ConversionRule conversion = rules.conversion();
        List<Said> said = new ArrayList<>(List.of(
                new Said(
                        "regles.mots.fenetre",
                        Integer.toString(rules.fenetre().months()),
                        share(rules.fenetre().minimumObservedShare())),
                new Said("regles.mots.note", weights(rules)),
                new Said("regles.mots.seuil", Integer.toString(rules.threshold()))));
        said.addAll(heldBack(rules.signalements()));
        said.addAll(List.of(
                new Said("regles.mots.fonctions", Integer.toString(conversion.minimumFunctions())),
                new Said("regles.mots.tiers-lieux", Integer.toString(conversion.maxTiersLieux())),
                new Said(
                        "regles.mots.etapes",
                        Integer.toString(conversion.groupSize()),
                        Integer.toString(conversion.sessionHours()),
                        Integer.toString(conversion.maxSessionsAMonth())),
                new Said("regles.mots.proximite", kilometres(conversion.proximityRadiusMetres())),
                new Said(
                        "regles.mots.besoin",
                        percent(rules.besoin().moyenFrom()),
                        percent(rules.besoin().eleveFrom()))));
        return said;
    }

    /** What holds back a room that would be a candidate; a barème of before these rules has zero for them. */
    private static List<Said> heldBack(JeuDeRegles.Signalements flags) {
        return Stream.of(
                        new Said("regles.mots.mois-recents", Integer.toString(flags.recentMonthsLeast())),
                        new Said("regles.mots.presences", Integer.toString(flags.presencesLeast())))
                .filter(said -> !said.numbers().contains("0"))
                .toList();
    }

    private static String weights(JeuDeRegles rules) {
        return Integer.toString(rules.indicateurs().size());
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
