package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Payeur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.RoomText.SiteText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The two texts of RULES 6 with every fact of theirs, and each other shape of a plan. */
class MaireTextTest {

    private static final List<String> NAMES =
            List.of("Salle A-1", "Salle A-2", "Salle A-3", "Bourg-A", "Ville-A", "Val-A", "A", "B", "C", "D", "E");

    @Test
    void tellsEveryFactOfTheFirstExample() {
        assertThat(text(Fictitious.a()))
                .contains("Communauté de communes A, situation au 31 octobre 2017.")
                .contains("La Région vous propose d’étudier un tiers lieu numérique à Bourg-A.")
                .contains("1 240 présences en douze mois", "son registre est rempli 22 mois sur 24")
                .contains("notée 68 sur 100 (entre 61 et 71 selon les données manquantes), pour un seuil de 50")
                .contains("assure la médiation numérique et peut accueillir le coworking")
                .contains("accès de plain-pied, débit et accord du propriétaire sont confirmés")
                .contains("Reste à vérifier : le fablab")
                .contains("Un animateur tiendrait quatorze séances de deux heures par mois")
                .contains(
                        "93 % des habitants seraient à 5 km au plus d’un point de médiation", "contre 91 % aujourd’hui")
                .contains("ne dépasserait pas 115 000 €, étude comprise")
                .contains("À partir de la quatrième année, le fonctionnement est à votre charge")
                .contains("Vous pouvez corriger ces données et présenter vos observations avant toute décision");
        Reading.isFit(MaireText.of(Fictitious.a()), NAMES);
    }

    @Test
    void tellsEveryFactOfTheSecondExample() {
        assertThat(text(Fictitious.b()))
                .contains("Communauté de communes B, situation au 31 octobre 2017.")
                .contains("Aucune salle n’est proposée à ce stade comme tiers lieu.")
                .contains("de C a reçu 310 présences en douze mois : note 38 (entre 32 et 47), seuil 50")
                .contains("une seule fonction est confirmée sur deux exigées")
                .contains("Pour la salle de D, 9 mois sur 24 sont renseignés : nous ne concluons pas.")
                .contains("Cela ne mesure pas le besoin, qui est élevé chez vous : la médiation doit continuer.")
                .contains("quatre séances de deux heures par mois : deux à C et deux à E (« Bibliothèque »), avec"
                        + " l’accord des maires")
                .contains("La Région peut financer 80 % d’une étude, dans la limite de 10 000 € ; le reste est à votre"
                        + " charge.")
                .contains("si C atteignait 50 points avec une fonction confirmée de plus ou si vous proposiez un autre"
                        + " local");
        Reading.isFit(MaireText.of(Fictitious.b()), NAMES);
    }

    static Stream<Arguments> shapes() {
        Contrefactuel tie = Fictitious.change("room:B-1", 120, null);
        tie.setAfter(Candidature.EX_AEQUO);
        Contrefactuel rendered = Fictitious.change("room:B-2", 3, null);
        rendered.setLevier(Levier.MOIS_RENDUS);
        return Stream.of(
                shape(
                        "a plan as it is",
                        plan -> {},
                        "Les étapes proposées sont provisoires ; qui paiera l’animation reste à trouver."),
                shape(
                        "those that nothing separates",
                        plan -> plan.setExAequo(List.of(siege("B-1", "C"), siege("B-2", "D"))),
                        "rien dans nos règles ne départage C et D",
                        "C’est à vous de choisir"),
                shape(
                        "four of them, the others counted",
                        plan -> plan.setExAequo(Stream.of("I", "J", "K", "L", "M", "N")
                                .map(one -> siege("X-" + one, one))
                                .toList()),
                        "ne départage I, J, K, L et deux autres"),
                shape(
                        "what was notified",
                        plan -> plan.setEcarts(List.of(
                                new Ecart("TIERS_LIEU", "room:B-1", null, "17-1"),
                                new Ecart("AIDE_TOTALE", "45000.00", "40000.50", "17-1"))),
                        "Le lieu qui vous a été notifié reste acquis",
                        "45 000 € au total, contre 40 000,50 €"),
                shape(
                        "a study up to its aid where the ceiling is that of the cost",
                        plan -> plan.setTrace(List.of(Steps.passed(
                                Rule.PLAFOND_DU_DISPOSITIF,
                                "epci:" + Fictitious.SIREN,
                                "75500.00",
                                Steps.whole("etude", 8_000, Unite.EUROS)))),
                        "80 % d’une étude, dans la limite de 8 000 €"),
                shape(
                        "a study that was refused",
                        plan -> plan.getAid().getFirst().setDecidedBy("REFUSEE"),
                        "Vous avez refusé l’étude que la Région peut financer"),
                shape(
                        "decisions that contradict each other",
                        plan -> plan.setConflits(
                                List.of(new Conflit("TIERS_LIEUX_MULTIPLES", List.of("1", "2"), List.of("a", "b")))),
                        "se contredisent : nous les montrons, sans trancher"),
                shape(
                        "a human where need is high and use low",
                        plan -> plan.setFlags(List.of("EXAMEN_HUMAIN")),
                        "une personne doit examiner ce dossier"),
                shape(
                        "a need that nobody knows",
                        plan -> plan.setBesoin(Besoin.INCONNU),
                        "Cela ne mesure pas le besoin, que nous ne connaissons pas."),
                shape(
                        "the change that would alter the seat first",
                        plan -> plan.setContrefactuels(List.of(rendered, Fictitious.change("room:B-1", 120, "B-1"))),
                        "La conclusion changerait si C recevait 120 présences de plus en douze mois"),
                shape(
                        "a choice left to the EPCI, which is a change of the conclusion",
                        plan -> {
                            plan.setExistingTiersLieu("La Fabrique");
                            plan.setContrefactuels(List.of(tie));
                        },
                        "si C recevait 120 présences de plus en douze mois (à vous de choisir)"));
    }

    private static Arguments shape(String name, Consumer<Plan> change, String... sentences) {
        return arguments(named(name, change), sentences);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void saysWhatAPlanHolds(Consumer<Plan> change, String[] sentences) {
        assertThat(said(change)).contains(sentences);
    }

    @Test
    void respectsATiersLieuThatStands() {
        assertThat(said(plan -> plan.setExistingTiersLieu("La Fabrique")))
                .contains("Vous avez déjà un tiers lieu, « La Fabrique »")
                .doesNotContain("autre local");
    }

    @Test
    void saysThatNoRoomIsOfTheRegion() {
        Plan plan = Fictitious.plan("CC B")
                .setReasons(List.of("AUCUNE_SALLE_DE_LA_REGION"))
                .build();

        assertThat(text(new Dossier(plan, List.of(), List.of())))
                .contains("aucune salle ouverte de votre territoire n’est gérée pour la Région");
    }

    @Test
    void doesNotSayThatWhatANotificationLeavesOutWasNotified() {
        assertThat(said(plan -> plan.setEcarts(List.of(
                        new Ecart("TIERS_LIEU", null, "room:B-1", "17-1"),
                        new Ecart("AIDE_TOTALE", null, "40000.50", "17-1")))))
                .contains("Une décision notifiée ne désigne aucun lieu", "Une décision notifiée ne donne aucune aide")
                .doesNotContain("reste acquis");
    }

    /** A notification records amounts of zero too. */
    @Test
    void doesNotSayThatZeroEurosWereGranted() {
        String text =
                text(changed(plan -> plan.setEcarts(List.of(new Ecart("AIDE_TOTALE", "0.00", "40000.50", "17-1")))));

        assertThat(text).contains("Une décision notifiée ne donne aucune aide").doesNotContain("0 € au total");
    }

    @Test
    void proposesToOpenWhatAStudyThatIsHandedInLooksAt() {
        assertThat(text(Fictitious.studied(Fictitious.a())))
                .contains("Votre étude est remise : la Région vous propose d’ouvrir un tiers lieu numérique à Bourg-A.")
                .doesNotContain("étudier");
    }

    @Test
    void doesNotProposeAStudyThatIsHandedInOrThatTheEpciRefused() {
        Dossier costed = Fictitious.studied(Fictitious.b());
        costed.plan().getAid().getFirst().setAid(new BigDecimal("10000.00"));
        costed.plan().getAid().getFirst().setLeft(new BigDecimal("4000.00"));

        assertThat(text(Fictitious.studied(Fictitious.b())))
                .contains("Votre étude est remise : la Région peut en financer 80 %, dans la limite de 10 000 € ; le"
                        + " reste est à votre charge.");
        assertThat(text(costed)).contains("l’aide à l’étude remise serait de 10 000 €");
        assertThat(text(Fictitious.studied(Fictitious.a(), EtudeState.REFUSEE)))
                .contains("Vous avez refusé l’étude : la Région vous propose un tiers lieu numérique à Bourg-A.")
                .contains("ne dépasserait pas 105 000 €, sans l’étude que vous avez refusée ;");
    }

    @Test
    void saysThatTheOwnerOfARoomRefuses() {
        Dossier b = Fictitious.b();
        b.plan().getRooms().getFirst().setCandidature(Candidature.REFUS_PROPRIETAIRE);

        assertThat(text(b)).contains("de C a reçu 310 présences en douze mois").contains(" : son propriétaire refuse.");
    }

    @Test
    void doesNotTakeAYearThatIsUnknownForOneWithoutPresences() {
        Dossier a = Fictitious.a();
        a.scores().getFirst().setPresences12Months(0);
        a.scores().getFirst().setObserved12Months(0);
        Dossier b = Fictitious.b();
        b.scores().getFirst().setPresences12Months(0);
        b.scores().getFirst().setObserved12Months(0);

        assertThat(text(a))
                .contains("Aucun des douze derniers mois de cette salle n’est renseigné ; son registre")
                .doesNotContain("seul mois renseigné");
        assertThat(text(b)).contains("La salle de C n’a aucun mois renseigné sur les douze derniers : note 38");
    }

    @Test
    void saysThatSeveralAnimateursHoldWhatOneCannot() {
        Dossier a = Fictitious.a();
        a.plan().setAnimateursEtp(new BigDecimal("1.000001"));

        assertThat(text(a)).contains("Des animateurs tiendraient quatorze séances");
    }

    @Test
    void namesWhoWasDesignatedToPayButNotToHimself() {
        assertThat(text(paid("246000582"))).contains("désigné (numéro Siren 246 000 582) paierait l’animation.");
        assertThat(text(paid(Fictitious.SIREN)))
                .contains("provisoires ; vous paieriez l’animation, comme vous l’avez indiqué.")
                .doesNotContain("l’organisme", "Siren");
    }

    @Test
    void saysWhatTheAnimationThatNobodyPaysWouldComeTo() {
        Dossier costly = costly(Fictitious.b());

        assertThat(text(costly)).contains("qui paiera l’animation, de l’ordre de 12 000 € par an, reste à trouver.");
        Reading.isFit(MaireText.of(costly), NAMES);
    }

    /** Four sessions a month need a third of an animateur. */
    static Dossier costly(Dossier dossier) {
        dossier.plan().setAnimateursEtp(new BigDecimal("0.345000"));
        List<RegleEssayee> trace = new ArrayList<>(dossier.plan().getTrace());
        trace.add(decided(Rule.ANIMATEURS, "0.345000", Steps.whole("cout_par_an", 35_000, Unite.EUROS)));
        dossier.plan().setTrace(trace);
        return dossier;
    }

    @Test
    void namesThePlaceThatWouldHostMoreSessionsThanItShould() {
        Dossier b = Fictitious.b();
        Conversion c = b.conversions().getFirst();
        c.getHost().setSessionsAMonth(11);
        c.setReasons(List.of("SOUS_LE_SEUIL", "SEANCES_AU_DESSUS_DU_MAXIMUM"));
        c.setTrace(List.of(Steps.decided(
                Rule.CUMUL_DES_SEANCES,
                "room:B-1",
                "SEANCES_AU_DESSUS_DU_MAXIMUM",
                Steps.whole("maximum", 8, Unite.SEANCES_PAR_MOIS))));
        b.plan().setFlags(List.of("SEANCES_AU_DESSUS_DU_MAXIMUM"));

        assertThat(text(b))
                .contains("Plus de huit séances par mois, le maximum prévu, se tiendraient à C (onze séances).");
        Reading.isFit(MaireText.of(b), NAMES);
    }

    @Test
    void countsProvisionalEtapesAmongAllEvenWhereTheirListIsLeftOut() {
        Dossier a = Fictitious.a();
        a.conversions().get(1).setProvisoire(true);

        assertThat(text(a)).contains("Sur deux étapes de médiation nomade, une est provisoire.");
    }

    @Test
    void namesAnotherEpciOfTheRegionThatWasDesignatedToPay() {
        Dossier b = paid("246000582");
        Plan other = Fictitious.plan("CC Val-A").setEpci("246000582").build();
        Proposals all = Proposals.of(b.scores(), b.conversions(), List.of(b.plan(), other));

        assertThat(text(Dossier.of(all, Fictitious.SIREN).orElseThrow()))
                .contains("désigné (Communauté de communes Val-A, numéro Siren 246 000 582) paierait");
    }

    private static Dossier paid(String siren) {
        Dossier b = Fictitious.b();
        b.conversions().forEach(etape -> {
            etape.setPayeur(Payeur.NOMME);
            etape.setPayeurSiren(siren);
        });
        Reading.isFit(MaireText.of(b), NAMES);
        return b;
    }

    private static Dossier changed(Consumer<Plan> change) {
        Dossier b = Fictitious.b();
        change.accept(b.plan());
        return b;
    }

    private static String said(Consumer<Plan> change) {
        return text(changed(change));
    }

    private static Siege siege(String id, String commune) {
        return new Siege(SiegeKind.SALLE, id, "Salle " + id, "insee " + commune, commune);
    }

    private static RegleEssayee decided(Rule rule, String outcome, Operande operand) {
        return Steps.decided(rule, "epci:" + Fictitious.SIREN, outcome, operand);
    }

    /** With plain spaces, as the examples are written. */
    @Test
    void asksOneMaireWhereOneCommuneHosts() {
        Dossier b = Fictitious.b();
        b.conversions().getFirst().setHost(b.conversions().getLast().getHost());

        assertThat(text(b)).contains("avec l’accord du maire.").doesNotContain("accord des maires");
    }

    private static String text(Dossier dossier) {
        return Reading.plain(MaireText.of(dossier));
    }

    @Test
    void tellsTheRoomThatIsProposed() {
        assertThat(RoomText.of(Fictitious.a(), "A-1"))
                .startsWith("Salle A-1, à Bourg-A, situation au 31 octobre 2017.")
                .contains("notée 68 sur 100", "La Région propose d’y étudier le tiers lieu numérique");
    }

    @Test
    void isWhereTheTiersLieuWouldOpenOnceTheStudyIsHandedIn() {
        assertThat(RoomText.of(Fictitious.studied(Fictitious.a()), "A-1"))
                .contains("L’étude est remise\u00a0: la Région propose d’y ouvrir le tiers lieu numérique")
                .doesNotContain("étudier");
    }

    @Test
    void tellsAnEtapeItsReasonItsSessionsAndWhoPays() {
        assertThat(RoomText.of(Fictitious.b(), "B-1"))
                .contains("Même au plus haut, sa note reste sous le seuil")
                .contains("à titre provisoire", "deux séances de deux heures par mois à C")
                .contains("Qui paiera l’animation reste à trouver.");
    }

    @Test
    void namesWhoWasDesignatedToPayForARoom() {
        Dossier b = Fictitious.b();
        b.conversions().getFirst().setPayeur(Payeur.NOMME);
        b.conversions().getFirst().setPayeurSiren("246000582");

        assertThat(RoomText.of(b, "B-1"))
                .contains("a désigné (numéro Siren 246\u202f000\u202f582) paierait l’animation.");

        b.conversions().getFirst().setPayeurSiren(Fictitious.SIREN);

        assertThat(RoomText.of(b, "B-1"))
                .contains("L’intercommunalité paierait l’animation.")
                .doesNotContain("désigné");
    }

    @Test
    void concludesNothingWithoutAScore() {
        assertThat(RoomText.of(Fictitious.b(), "B-2"))
                .contains("9 mois sur 24 sont renseignés\u00a0: nous ne concluons pas.");
    }

    @Test
    void leavesAnAutonomousRoomToItsCommune() {
        Dossier dossier = Fictitious.a();
        dossier.plan().getRooms().get(1).setGestion(Gestion.COMMUNALE_AUTONOME);

        assertThat(RoomText.of(dossier, "A-2"))
                .contains("elle reste à sa commune, et aucune conversion n’est proposée");
    }

    @Test
    void saysThatARoomIsClosed() {
        Dossier dossier = Fictitious.a();
        dossier.scores().get(1).setState(FrequentationState.FERMEE);

        assertThat(RoomText.of(dossier, "A-2")).contains("Cette salle n’est pas ouverte à cette date");
    }

    @Test
    void proposesNothingToARoomWithoutEpci() {
        Frequentation score = Fictitious.score("X", 24, 100, 40, 30, 50);

        assertThat(RoomText.withoutEpci("Salle du pont", score))
                .contains("notée 40 sur 100", "Nous ne connaissons pas son intercommunalité")
                .doesNotContain("seuil");
        Reading.isFit(RoomText.withoutEpci("Salle du pont", score), List.of("Salle du pont"));
    }

    private static final Siege GARE = new Siege(SiegeKind.SITE, "P-1", "Ancienne gare", "02001", "Bourg-A");

    @Test
    void standsOnItsFunctionsAndHasNoScore() {
        assertThat(SiteText.of(with(Candidature.CANDIDATE), "P-1"))
                .startsWith(
                        "Ancienne gare, à Bourg-A, situation au 31 octobre 2017. Ce lieu n’est pas une salle du réseau")
                .contains("Il peut accueillir le fablab.", "Reste à vérifier\u00a0: le coworking.")
                .contains("Il pouvait être le tiers lieu\u00a0; un autre lieu passe avant lui.")
                .doesNotContain("notée", "sur 100")
                .endsWith("avant toute décision.");
    }

    @Test
    void saysWhatBecomesOfItAndIsNeverTheTextOfARoomWithItsIdentifier() {
        assertThat(SiteText.of(with(Candidature.RETENUE), "P-1")).contains("La Région propose d’y étudier");
        assertThat(SiteText.of(Fictitious.studied(with(Candidature.RETENUE)), "P-1"))
                .contains("la Région propose d’y ouvrir");
        assertThat(SiteText.of(with(Candidature.EX_AEQUO), "P-1")).contains("Rien ne le départage d’un autre lieu");
        assertThat(SiteText.of(with(Candidature.FONCTIONS_INSUFFISANTES), "P-1"))
                .contains("Trop peu de fonctions y sont confirmées");
        assertThatIllegalArgumentException().isThrownBy(() -> SiteText.of(with(Candidature.CANDIDATE), "A-1"));
    }

    private static Dossier with(Candidature candidature) {
        Dossier dossier = Fictitious.a();
        Concurrent site = BarePlan.candidate(GARE, candidature)
                .setFunctionsConfirmed(1)
                .setFonctions(List.of(
                        judged(Fonction.FABLAB, Disponibilite.POSSIBLE),
                        judged(Fonction.COWORKING, Disponibilite.A_VERIFIER)))
                .build();
        Concurrent room = Concurrent.newBuilder(site)
                .setSiege(new Siege(SiegeKind.SALLE, "A-1", "Salle du bourg", "02001", "Bourg-A"))
                .build();
        dossier.plan().setCandidates(List.of(room, site));
        return dossier;
    }

    private static FonctionJugee judged(Fonction fonction, Disponibilite disponibilite) {
        return new FonctionJugee(fonction, disponibilite, List.of(), List.of());
    }
}
