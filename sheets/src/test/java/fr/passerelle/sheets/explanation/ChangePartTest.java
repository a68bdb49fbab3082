package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.ChangePart.SmallestChange;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What would change the conclusion, in all its lengths. */
class ChangePartTest {

    private static final String MORE = "si C recevait 120 présences de plus en douze mois";
    private static final String LESS = "si D recevait 30 présences de moins, sur 40 présences en douze mois";
    private static final String C = MORE + " (tiers lieu à C)";
    private static final String D = LESS + " (tiers lieu à D)";
    private static final String BOTH = "si C atteignait 50 points avec une fonction confirmée de plus";
    private static final String OTHER = "si vous proposiez un autre local";

    @Test
    void tellsTwoChangesOfTheSeatAndThatAnotherPlaceMayBeOffered() {
        Dossier dossier =
                changed(change("room:B-1", 120, "B-1"), change("room:B-2", -30, "B-2"), change("room:B-1", 7, null));

        assertThat(told(dossier))
                .containsExactly(
                        "La conclusion changerait " + C + ", " + D + " ou " + OTHER + ".",
                        "La conclusion changerait " + C + " ou " + D + ".",
                        "La conclusion changerait " + C + ".",
                        "");
    }

    @Test
    void tellsTheTwoThingsTogetherWhereNoSingleOneIsEnough() {
        assertThat(told(changed()))
                .containsExactly(
                        "La conclusion changerait " + BOTH + " ou " + OTHER + ".",
                        "La conclusion changerait " + BOTH + ".",
                        "",
                        "Aucun changement de fréquentation à portée, seul, ne changerait la conclusion.",
                        "");
    }

    @Test
    void tellsWhereAPlaceStandsOnceNothingAltersTheSeat() {
        Dossier dossier =
                changed(change("room:B-1", 120, null), change("room:B-2", -30, null), change("room:B-1", 7, null));
        dossier.plan().setExistingTiersLieu("La Fabrique");

        assertThat(told(dossier))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Aucun changement isolé que nous ayons essayé ne modifierait le choix du lieu")
                .endsWith(" changerait " + MORE + " ou " + LESS + ".");
    }

    @Test
    void saysWhatTheConclusionBecomesWhereAPlaceLosesWhatMadeIt() {
        Contrefactuel lost = change("room:B-1", -300, null);
        lost.setSeatBefore("B-1");
        lost.setBefore(Candidature.RETENUE);
        lost.setAfter(Candidature.SOUS_LE_SEUIL);
        Contrefactuel lower = change("room:B-2", -30, null);
        lower.setAfter(Candidature.SOUS_LE_SEUIL);

        assertThat(told(changed(lost)).getFirst())
                .contains("si C recevait 300 présences de moins, sur 310 présences en douze mois (plus de tiers lieu"
                        + " proposé)");
        assertThat(of(changed(lower), "B-2")).first().isEqualTo("Sa place changerait " + LESS + " (sous le seuil).");
    }

    @Test
    void saysNothingWhereNothingWouldChange() {
        Dossier dossier = changed();
        dossier.plan().setExistingTiersLieu("La Fabrique");

        assertThat(told(dossier)).isEmpty();
    }

    @Test
    void tellsOfOneRoomItsOwnChangesOnly() {
        Dossier dossier = changed(change("room:B-2", -30, "B-2"), change("room:B-1", 120, null));

        assertThat(of(dossier, "B-1"))
                .containsExactly(
                        "Sa place changerait " + MORE + " ou " + BOTH + ".", "Sa place changerait " + MORE + ".", "");
        assertThat(of(dossier, "B-2")).containsExactly("Sa place changerait " + D + ".", "");
    }

    @Test
    void toldOneByOneSaysWhatItAlters() {
        List<SmallestChange> told =
                SmallestChange.of(changed(change("room:B-2", -30, "B-2"), change("room:B-1", 120, null)));

        assertThat(told).extracting(SmallestChange::altersTheSeat).containsExactly(true, false);
        assertThat(told).extracting(change -> "si " + change.condition()).containsExactly(LESS, MORE);
        assertThat(told.getFirst().before()).contains("aucun tiers lieu proposé");
        assertThat(told.getFirst().after()).doesNotContain("aucun tiers lieu");
    }

    private static List<String> told(Dossier dossier) {
        return new ChangePart(dossier, Naming.of(dossier.plan()))
                .sentences()
                .flatMap(sentence -> sentence.variants().stream())
                .toList();
    }

    private static List<String> of(Dossier dossier, String room) {
        return new ChangePart(dossier, Naming.of(dossier.plan()))
                .sentencesOf(room)
                .flatMap(sentence -> sentence.variants().stream())
                .toList();
    }

    private static Dossier changed(Contrefactuel... changes) {
        Dossier b = Fictitious.b();
        b.plan().setContrefactuels(List.of(changes));
        return b;
    }

    private static Contrefactuel change(String on, int amount, @Nullable String seat) {
        return Contrefactuel.newBuilder()
                .setOn(on)
                .setLevier(Levier.PRESENCES)
                .setAmount(BigDecimal.valueOf(amount).setScale(6))
                .setUnit(Unite.PRESENCES)
                .setSeatAfter(seat)
                .build();
    }
}
