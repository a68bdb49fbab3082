package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a nomadic étape is, besides where its room stands (RULES 4.5 and 4.8), with the steps that decide it.
 *
 * @param seated whether the plan proposes a tiers lieu
 */
record Etape(EpciDescribed epci, Besoin besoin, JeuDeRegles rules, boolean seated) {

    /** Completes the proposal for a room of that candidature; the steps come after those that it holds already. */
    Conversion.Builder of(ScoredRoom room, Candidature candidature, Conversion.Builder conversion) {
        Ruling<Boolean> provisoire = provisoire(room, candidature);
        Ruling<Payeur> payeur = payeur(room);
        Ruling<Host> host = new Hosts(epci, rules.conversion().hostRadiusMetres()).of(room);
        Ruling<Integer> sessions = new NomadicSessions(rules).aMonth(room.frequentation(), besoin);
        Ruling<Integer> tablets = tablets(room);
        Ruling<List<String>> themes = Themes.of(room);
        return conversion
                .setProvisoire(provisoire.value())
                .setPayeur(payeur.value())
                .setPayeurSiren(payeur.value() == Payeur.NOMME ? porteur() : null)
                .setHost(host.value())
                .setSessionsAMonth(sessions.value())
                .setTablets(tablets.value())
                .setThemes(themes.value())
                .setTrace(after(conversion, provisoire, payeur, host, sessions, tablets, themes));
    }

    /** While nothing can be concluded of the room, and where no aid for animation comes: it comes with a tiers lieu. */
    private Ruling<Boolean> provisoire(ScoredRoom room, Candidature candidature) {
        boolean undecided = candidature == Candidature.A_INSTRUIRE || candidature == Candidature.DONNEES_INSUFFISANTES;
        boolean provisoire = undecided || !seated;
        return Ruling.by(
                Steps.decided(
                        Rule.PROVISOIRE,
                        Steps.room(room.id()),
                        Steps.reponse(provisoire).name(),
                        Steps.code("candidature", candidature),
                        proposed()),
                provisoire);
    }

    /** The aid comes with the plan's tiers lieu: an EPCI that has one already gets none, and its étapes wait for who pays. */
    private Ruling<Payeur> payeur(ScoredRoom room) {
        Payeur payeur = seated ? Payeur.AIDE_REGIONALE : porteur() == null ? Payeur.A_TROUVER : Payeur.NOMME;
        return Ruling.by(
                Steps.decided(
                        Rule.PAYEUR,
                        Steps.room(room.id()),
                        payeur.name(),
                        proposed(),
                        Steps.text("porteur", porteur(), Unite.CODE)),
                payeur);
    }

    private Ruling<Integer> tablets(ScoredRoom room) {
        int group = rules.conversion().groupSize();
        return Ruling.by(
                Steps.decided(
                        Rule.TABLETTES,
                        Steps.room(room.id()),
                        Integer.toString(group),
                        Steps.whole("groupe", group, Unite.PERSONNES)),
                group);
    }

    private Operande proposed() {
        return Steps.answer("tiers_lieu_propose", seated);
    }

    private @Nullable String porteur() {
        Intercommunalite told = epci.getIntercommunalite();
        return told == null ? null : told.getPorteur();
    }

    private static List<RegleEssayee> after(Conversion.Builder conversion, Ruling<?>... rules) {
        List<RegleEssayee> trace = new ArrayList<>(conversion.hasTrace() ? conversion.getTrace() : List.of());
        for (Ruling<?> rule : rules) {
            trace.addAll(rule.steps());
        }
        return trace;
    }
}
