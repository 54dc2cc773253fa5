#pragma once

#include <stdexcept>

namespace claimcheck {

/// Bad configuration or wrong use; the message says where. The program prints it and exits with status 2.
struct ConfigError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// An input that cannot be read; the message says which and why.
struct InputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace claimcheck
