package fr.passerelle.batch.verify;

import fr.passerelle.batch.run.Equations;
import fr.passerelle.batch.verify.Findings.Area;
import fr.passerelle.published.audit.AuditTable.AuditChain;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunProgress;
import fr.passerelle.schemas.contract.Records.UndecodableRecord;
import fr.passerelle.schemas.contract.StudyLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What can be seen without computing anything again: where the relay is, how many records there are, whether the results add up. */
record ShallowVerification(Verification.Basis seen, Equations equations, RunProgress progress) {

    List<Area> areas() {
        List<Area> areas = new ArrayList<>();
        if (seen.readable()) {
            areas.addAll(List.of(relay(), counts(), runs()));
            Stream.of(StudyLog.values()).map(this::beside).forEach(areas::add);
            areas.add(sessions());
        }
        areas.addAll(List.of(published(), audit()));
        return areas;
    }

    private Area relay() {
        Findings findings = new Findings("relais");
        if (seen.disagreement() != null) {
            findings.add(seen.disagreement());
        }
        long pending = seen.head() - seen.relayed();
        return findings.area(
                pending > 0
                        ? "rang " + seen.relayed() + " sur " + seen.head() + " : " + pending + " à porter à Kafka"
                        : "tout le journal est sur Kafka, jusqu'au rang " + seen.head());
    }

    private Area counts() {
        progress.begin("Comptes du topic");
        Findings findings = new Findings("comptes");
        long count = TopicRecords.compareCounts(seen.jdbc(), seen.settings(), findings, seen.relayed());
        progress.end(count + " enregistrements");
        return findings.area(count + " enregistrements sur le topic, autant au journal dans chaque partition");
    }

    private Area audit() {
        Findings findings = new Findings("registre des gestes");
        AuditChain chain = new AuditChain(seen.jdbc());
        findings.addAll(chain.faults());
        return findings.area(
                chain.count() + (chain.count() == 1 ? " ligne" : " lignes, chacune à la suite de celle d'avant"));
    }

    private Area runs() {
        Findings findings = new Findings("publications");
        int count = new RunTopicCheck(seen, findings).compare();
        return findings.area(count + " publications sur le topic des exécutions, celles du journal");
    }

    private Area sessions() {
        Findings findings = new Findings("séances");
        Verification.sessionDifferences(seen.jdbc())
                .forEach(seance -> findings.add(seance + " : pas telle que publiée"));
        return findings.area("les séances publiées sont celles des enregistrements");
    }

    private Area beside(StudyLog log) {
        Findings findings = new Findings(log.plural());
        long pending = new StudyTopicCheck(seen.jdbc(), seen.settings(), log, findings).compare();
        return findings.area(
                pending == 0
                        ? "chaque enregistrement de la base sur leur topic, une fois et dans l'ordre"
                        : pending + " à porter à Kafka par la prochaine nuit ou la prochaine commande de "
                                + log.commands());
    }

    private Area published() {
        Findings findings = new Findings("résultats");
        Run current = seen.current();
        if (current == null) {
            return findings.area("aucune exécution n'est publiée");
        }
        if (current.state() != Run.State.PUBLISHED) {
            findings.add("l'exécution courante " + current.id() + " n'est pas publiée");
        }
        try {
            findings.addAll(equations.published(current));
        } catch (UndecodableRecord | IllegalArgumentException e) {
            findings.add("un résultat enregistré ne se lit plus, ou vaut deux fois : « ./passerelle verify --deep » dit"
                    + " lequel");
        }
        return findings.area("ceux qui étaient annoncés, empreinte, une conversion par salle, euros");
    }
}
