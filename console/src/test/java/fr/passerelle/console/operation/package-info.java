@NullMarked
package fr.passerelle.console.operation;

import org.jspecify.annotations.NullMarked;
