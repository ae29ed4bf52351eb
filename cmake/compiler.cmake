# Flags shared by every target of the project.
add_library(azoo_flags INTERFACE)
target_compile_options(azoo_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wno-psabi
  # Contraction to fused multiply-add would let one source give two results.
  -ffp-contract=off)

option(AZOO_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
if(AZOO_SANITIZE)
  target_compile_options(azoo_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(azoo_flags INTERFACE -fsanitize=address,undefined)
endif()

option(AZOO_WERROR "Warnings are errors" OFF)
if(AZOO_WERROR)
  target_compile_options(azoo_flags INTERFACE -Werror)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
