package fr.passerelle.batch.input;

import fr.passerelle.published.run.Input;
import fr.passerelle.sources.InputFile;

/** A file that a person gave for a run: what the run keeps of it, and the file itself. */
public record GivenFile(Input input, InputFile file) {}
