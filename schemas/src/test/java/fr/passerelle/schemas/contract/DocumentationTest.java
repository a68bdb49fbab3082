package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentationTest {

    @Test
    void saysWhatEveryRecordAndEnumIs() {
        assertThat(Walk.named())
                .hasSizeGreaterThan(40)
                .allSatisfy(schema ->
                        assertThat(schema.getDoc()).as(schema.getName()).isNotBlank());
    }

    @Test
    void saysWhatEveryFieldMeans() {
        assertThat(Walk.members())
                .hasSizeGreaterThan(200)
                .allSatisfy(member ->
                        assertThat(member.field().doc()).as(member.toString()).isNotBlank());
    }

    @Test
    void namesEveryThingInEnglishOrFrenchWithoutAccents() {
        assertThat(Walk.members())
                .allSatisfy(member ->
                        assertThat(member.field().name()).as(member.toString()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
    }
}
