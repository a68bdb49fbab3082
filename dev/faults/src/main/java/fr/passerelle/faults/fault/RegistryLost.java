package fr.passerelle.faults.fault;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.LocalServers;
import fr.passerelle.local.server.Server;
import fr.passerelle.schemas.contract.RegistryClient;
import java.util.List;
import java.util.Optional;
import org.apache.avro.SchemaBuilder;

/** The registry comes back with another storage, whose ids say other schemas: both programs must refuse, and go on when it is restored. */
final class RegistryLost implements Fault {

    private static final String DATABASE = "registre";
    private static final String KEPT = "registre_garde";
    private static final String NO_LONGER = "select pg_terminate_backend(pid) from pg_stat_activity where datname in ('"
            + DATABASE + "', '" + KEPT + "')";

    private Evidence evidence = new Evidence(false, "pas préparé");
    private String eventsSaid = "";

    @Override
    public void prepare(Stage stage) {
        var servers = stage.target().servers();
        swap(
                servers,
                "alter database " + DATABASE + " rename to " + KEPT,
                "create database " + DATABASE + " owner registre");
        var registry =
                new RegistryClient(stage.target().deployment().endpoints().registryUrl());
        var other = SchemaBuilder.record("Autre").namespace("ailleurs").fields().endRecord();
        var id = registry.register("ailleurs", other);
        var known = stage.target()
                .cell("select name from passerelle.registered_schema where id = " + id)
                .orElse("rien");
        evidence = new Evidence(
                !known.equals(other.getFullName()),
                "l'identifiant " + id + " y dit " + other.getFullName() + ", la base connaît " + known);
    }

    private static void swap(LocalServers servers, String... statements) {
        servers.end(Server.REGISTRY, "KILL");
        servers.administer(NO_LONGER);
        servers.administer(statements);
        servers.heal();
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        var second = stage.target().events(2);
        if (second.end() == 0) {
            throw new LocalFault("events a terminé sans rien dire.");
        }
        eventsSaid = second.transcript();
        command.end();
        return evidence;
    }

    @Override
    public Optional<String> refusal() {
        return Optional.of("Le registre de schémas n'est plus celui du journal");
    }

    @Override
    public List<String> unmet(Stage stage) {
        return eventsSaid.contains("Le registre ne donne plus à l'identifiant")
                ? List.of()
                : List.of("events n'a pas refusé un registre qui a d'autres identifiants");
    }

    @Override
    public void heal(Stage stage) {
        swap(
                stage.target().servers(),
                "drop database " + DATABASE,
                "alter database " + KEPT + " rename to " + DATABASE);
    }
}
