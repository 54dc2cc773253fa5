// Catch2 2 only; Catch2 3 brings its own main.
#define CATCH_CONFIG_MAIN
#include "catch.hpp"
