package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.security.Role;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in by an identity provider: Spring's authorization server answers for people, the console knows them by an opaque identifier. */
class ConsoleSignInIT extends WithConsole.OnConsole {

    private static final int MOST_STEPS = 12;

    private Crowd crowd;

    @BeforeAll
    void joinTheCrowd(Crowd other) {
        crowd = other;
    }

    @Test
    void offersTheProviderWhereOneIsConfiguredOnly() {
        assertThat(new Visitor(crowd.home()).get("/connexion").body())
                .contains("Entrer par Région", "/oauth2/authorization/region");
        assertThat(console.nobody().get("/connexion").body()).doesNotContain("oauth2");
        assertThat(console.as(Role.LECTEUR).status("/oauth2/authorization/region"))
                .isEqualTo(404);
    }

    @Test
    void letsInWithTheRoleOfTheGroupAndTheSameIdentifierEachTime() throws SQLException {
        var first = new Visitor(crowd.home());
        assertThat(through(first, Crowd.IdentityProvider.ANALYST).statusCode()).isEqualTo(200);
        assertThat(first.get("/compte").body())
                .contains("Analyste", "fournisseur d’identité")
                .doesNotContain("name=\"present\"");
        assertThat(first.status("/comptes")).isEqualTo(403);
        var id = text("select account_id from passerelle.account where subject_hash is not null");

        through(new Visitor(crowd.home()), Crowd.IdentityProvider.ANALYST);

        assertThat(text("select count(*) from passerelle.account where subject_hash is not null"))
                .isEqualTo("1");
        assertThat(text("select login from passerelle.account where account_id = '" + id + "'"))
                .isEqualTo("region:" + Crowd.IdentityProvider.ANALYST);
        assertThat(text("select count(*) from passerelle.audit where account_id = '" + id
                        + "' and action = 'LOGIN' and outcome = 'DONE'"))
                .as("comings of one minute are one line")
                .isEqualTo("1");
        assertThat(text("select count(*) from passerelle.audit where to_jsonb(audit)::text like '%agent%'"))
                .isEqualTo("0");
        refusesOnceClosed(id);
    }

    private void refusesOnceClosed(String id) {
        crowd.admin().fill("/comptes/" + id + "/acces", Map.of("active", "false"));

        assertThat(through(new Visitor(crowd.home()), Crowd.IdentityProvider.ANALYST)
                        .body())
                .contains("ne vous donne aucun rôle ici, ou votre compte est fermé");
        crowd.admin().fill("/comptes/" + id + "/acces", Map.of("active", "true"));
    }

    @Test
    void refusesWhoHasNoGroupThatMeansSomethingHere() {
        var visitor = new Visitor(crowd.home());

        assertThat(through(visitor, Crowd.IdentityProvider.STRANGER).body()).contains("ne vous donne aucun rôle ici");
        assertThat(visitor.status("/")).isEqualTo(302);
    }

    @Test
    void opensNoSessionForWhoOnlyLeavesForTheProvider() {
        var visitor = new Visitor(crowd.home());

        assertThat(visitor.status("/oauth2/authorization/region")).isEqualTo(302);
        visitor.get("/connexion");

        assertThat(visitor.session()).isEmpty();
    }

    @Test
    void letsNobodyInByAnAnswerThatWasNotAskedFor() {
        var visitor = new Visitor(crowd.home());
        visitor.get("/oauth2/authorization/region");

        var answer = visitor.get("/login/oauth2/code/region?code=x&state=inventé");

        assertThat(Visitor.header(answer, "location")).endsWith("/connexion?fournisseur");
        assertThat(visitor.status("/")).isEqualTo(302);
    }

    /** Follows the provider's button to the end, typing what it asks on the way. */
    private static HttpResponse<String> through(Visitor visitor, String agent) {
        var answer = visitor.get("/oauth2/authorization/region");
        for (int step = 0; step < MOST_STEPS; step++) {
            var next = answer.headers().firstValue("location");
            if (next.isEmpty()) {
                return answer;
            }
            var location = answer.uri().resolve(next.get()).toString();
            answer = location.endsWith("/login")
                    ? visitor.submit(
                            location,
                            visitor.token(location),
                            Map.of("username", agent, "password", Crowd.IdentityProvider.PASSWORD))
                    : visitor.get(location);
        }
        throw new AssertionError("It goes round and round: " + answer.headers().map());
    }

    private String text(String sql) throws SQLException {
        return String.valueOf(crowd.servers().firstColumn(sql).getFirst());
    }
}
