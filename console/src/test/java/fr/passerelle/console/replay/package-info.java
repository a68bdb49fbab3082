@NullMarked
package fr.passerelle.console.replay;

import org.jspecify.annotations.NullMarked;
