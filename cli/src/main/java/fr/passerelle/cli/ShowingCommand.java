package fr.passerelle.cli;

/** A command that runs where a file is, and keeps nothing: it shows the words of the file that have to be acted on. */
interface ShowingCommand {}
