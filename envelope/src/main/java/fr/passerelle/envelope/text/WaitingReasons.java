package fr.passerelle.envelope.text;

import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Deplacement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Remplacement;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The five reasons for which an EPCI waits, each a sentence or two, in the order of the contract. */
public final class WaitingReasons {

    private WaitingReasons() {}

    /** Of one of those that wait in a scenario. */
    public static List<String> of(Enveloppe envelope, MotifAttente waiting) {
        return List.of(
                replacement(envelope, waiting.getRemplacement()),
                credits(waiting),
                levers(waiting),
                rows(waiting),
                nearness(waiting));
    }

    private static String replacement(Enveloppe envelope, Remplacement replacement) {
        if (!replacement.getPossible()) {
            return Textes.say("motif.remplacement.impossible");
        }
        String levels = levels(envelope.getNiveaux(), replacement.getNiveaux());
        List<String> moves = replacement.getDeplacements().stream()
                .map(move -> move(envelope, move))
                .toList();
        return Textes.say(
                        moves.isEmpty() ? "motif.remplacement.personne" : "motif.remplacement",
                        Map.of("qui", String.join(" ; ", moves), "niveaux", levels))
                .strip();
    }

    private static String move(Enveloppe envelope, Deplacement move) {
        Integer year = move.getAfter() == Financement.RIEN ? move.getYearBefore() : move.getYearAfter();
        return Textes.say(
                "motif.deplacement",
                Map.of(
                        "nom", WaitingText.named(envelope, move.getEpci(), FrenchNames::epci),
                        "avant", move.getBefore().name(),
                        "apres", move.getAfter().name(),
                        "an", String.valueOf(year)));
    }

    private static String levels(List<Niveau> now, List<Niveau> then) {
        List<String> changes = IntStream.range(0, Math.min(now.size(), then.size()))
                .filter(i -> now.get(i).getValue() != then.get(i).getValue())
                .mapToObj(i -> Textes.say(
                        "motif.niveau",
                        Map.of(
                                "critere",
                                        PlainText.capital(ScenarioWords.critere(
                                                then.get(i).getCritere())),
                                "alors", then.get(i).getValue(),
                                "maintenant", now.get(i).getValue())))
                .toList();
        return changes.isEmpty() ? "" : String.join(" ; ", changes) + ".";
    }

    private static String credits(MotifAttente waiting) {
        if (CostReach.isTie(waiting)) {
            return Textes.say("motif.credits.egalite");
        }
        List<CreditManquant> credits = waiting.getCredits();
        return credits.stream().allMatch(credit -> credit.getEuros() == null)
                ? Textes.say("motif.credits.aucun")
                : Textes.say(
                        "motif.credits",
                        Map.of(
                                "liste",
                                credits.stream().map(WaitingReasons::credit).collect(Collectors.joining(" ; "))));
    }

    private static String credit(CreditManquant credit) {
        String year = String.valueOf(credit.getYear());
        BigDecimal euros = credit.getEuros();
        return euros == null
                ? Textes.say("motif.credit.aucun", Map.of("annee", year))
                : Textes.say("motif.credit", Map.of("euros", wholeEuros(euros), "annee", year));
    }

    /** The year is none: the calculation tries each. */
    private static String levers(MotifAttente waiting) {
        return CostReach.isTie(waiting)
                ? Textes.say("motif.leviers.egalite")
                : CostReach.percentage(waiting)
                        .map(part -> Textes.say("motif.leviers", Map.of("part", part)))
                        .orElseGet(() -> Textes.say("motif.leviers.aucun"));
    }

    private static String rows(MotifAttente waiting) {
        if (CostReach.isTie(waiting)) {
            return Textes.say("motif.lignes.egalite");
        }
        List<String> binding = waiting.getLignes().stream()
                .filter(LigneLevee::getEntre)
                .map(WaitingReasons::row)
                .toList();
        return Textes.say("motif.lignes", Map.of("n", binding.size(), "liste", Textes.or(binding)));
    }

    private static String row(LigneLevee row) {
        if (row.getLine() != null) {
            return Textes.say(
                    "motif.ligne.credit",
                    Map.of("ligne", row.getLine().name(), "annee", String.valueOf(row.getYear())));
        }
        return row.getDepartement() == null
                ? Textes.say("motif.ligne.besoin")
                : Textes.say(
                        "motif.ligne.departement",
                        Map.of(
                                "departement",
                                Departement.of(row.getDepartement()).name()));
    }

    private static String nearness(MotifAttente waiting) {
        List<String> said = new ArrayList<>();
        said.add(Textes.say("motif.pour.cent", Map.of("entre", Textes.yes(waiting.getDansUnPourCent()))));
        if (waiting.getRang() != null) {
            said.add(Textes.say("motif.rang", Map.of("rang", waiting.getRang())));
        }
        if (waiting.getPreuve() == Preuve.INTERROMPU) {
            said.add(Textes.say("motif.arret"));
        }
        return String.join(" ", said);
    }

    /** Whole euros that are enough. */
    static BigDecimal wholeEuros(BigDecimal euros) {
        return euros.setScale(0, RoundingMode.CEILING);
    }
}
